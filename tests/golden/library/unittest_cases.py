import unittest, io
class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.log = []
    def setUp(self): self.log.append("up")
    def tearDown(self): self.log.append("down")
    def test_equal(self): self.assertEqual(1 + 1, 2)
    def test_fails(self): self.assertIn(3, [1, 2])
    def test_error(self): raise KeyError("k")
    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "inv.*") as caught: int("x")
        self.assertIsInstance(caught.exception, ValueError)
    @unittest.skip("not now")
    def test_skipped(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.fail("as expected")
    def test_parts(self):
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i % 2, 0)
    def test_more(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertCountEqual([1, 2], [2, 1]); self.assertDictEqual({1: 2}, {1: 2})
        self.assertLess(1, 2); self.assertIsNone(None); self.assertNotEqual(1, 2); self.assertRegex("abc", "b"); self.assertSequenceEqual((1,), [1])
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Cases).run(result)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
for case, text in result.failures + result.errors:
    print(case, text.strip().splitlines()[-1])
stream = io.StringIO()
unittest.TextTestRunner(stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromName("Cases.test_equal", __import__("__main__")))
print(stream.getvalue().splitlines()[0])
