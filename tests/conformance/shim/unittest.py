"""A small `unittest` for running CPython's own test files: enough of TestCase, loaders and decorators, nothing else needed.

Results go to standard output, one line a test, at once, so that a crash loses nothing: `ok NAME`, `skip NAME`, `fail NAME: why`.
"""

import sys

__path__ = []  # Submodules are placeholders.


class SkipTest(Exception):
    pass


class ExpectedFailure(Exception):
    pass


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        return item
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item.__unittest_skip__ = True
    return item


def matches(pattern, text):
    import re
    return pattern.search(text) if hasattr(pattern, "search") else re.search(pattern, text)


class RaisesContext:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.exception = case, expected, pattern, None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.case.fail(f"{names_of(self.expected)} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not matches(self.pattern, str(error)):
            text = self.pattern if isinstance(self.pattern, str) else self.pattern.pattern
            self.case.fail(f"{text!r} does not match {str(error)!r}")
        return True


class NoWarnings:
    """Warnings are not looked at: whatever is expected of them holds."""

    def __init__(self, *args, **keywords):
        self.warning, self.warnings, self.filename, self.lineno = Warning(), [], "", 0

    def __enter__(self):
        return self

    def __exit__(self, *info):
        return False


class SubTest:
    def __init__(self, case, message, params):
        self.case, self.label = case, f"{message or ''}{params or ''}"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is None or isinstance(error, KeyboardInterrupt):
            return False
        if isinstance(error, SkipTest):
            return True
        self.case.failures.append(f"[{self.label[:120]}] {shown(error)}")
        return True


def names_of(classes):
    return " or ".join(c.__name__ for c in classes) if isinstance(classes, tuple) else classes.__name__


def where(error):
    """The lines of the test file (and of its helpers) on the way to the error."""
    lines, entry = [], error.__traceback__
    while entry:
        code = entry.tb_frame.f_code
        if "unittest" not in code.co_filename:
            lines.append(str(entry.tb_lineno))
        entry = entry.tb_next
    return "@" + ",".join(lines[-4:])


def shown(error):
    try:
        text = str(error)
    except Exception as other:
        text = f"<{type(other).__name__} in str>"
    return f"{type(error).__name__}: {text} {where(error)}"


def short(value):
    try:
        text = repr(value)
    except Exception as error:
        return f"<{type(error).__name__} in repr>"
    return text if len(text) < 200 else text[:150] + "..." + text[-40:]


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, name="runTest"):
        self.name, self.failures, self.cleanups = name, [], []
        self._testMethodName = name

    def id(self):
        return f"{type(self).__qualname__}.{self.name}"

    def setUp(self):
        pass

    tearDown = setUp

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **keywords):
        self.cleanups.append((function, args, keywords))

    def doCleanups(self):
        while self.cleanups:
            function, args, keywords = self.cleanups.pop()
            function(*args, **keywords)

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    def addTypeEqualityFunc(self, kind, function):
        pass

    def subTest(self, msg=None, **params):
        return SubTest(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise AssertionError(msg)

    def check(self, good, standard, msg):
        if not good:
            raise AssertionError(standard if msg is None else f"{standard} : {msg}")

    def assertTrue(self, value, msg=None):
        self.check(value, f"{short(value)} is not true", msg)

    def assertFalse(self, value, msg=None):
        self.check(not value, f"{short(value)} is not false", msg)

    def assertEqual(self, first, second, msg=None):
        self.check(first == second, f"{short(first)} != {short(second)}", msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertSequenceEqual = assertMultiLineEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        self.check(first != second, f"{short(first)} == {short(second)}", msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        good = abs(first - second) <= delta if delta is not None else round(abs(first - second), 7 if places is None else places) == 0
        self.check(good, f"{first!r} is not almost {second!r}", msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        good = abs(first - second) > delta if delta is not None else round(abs(first - second), 7 if places is None else places) != 0
        self.check(first != second and good, f"{first!r} is almost {second!r}", msg)

    def assertIs(self, first, second, msg=None):
        self.check(first is second, f"{short(first)} is not {short(second)}", msg)

    def assertIsNot(self, first, second, msg=None):
        self.check(first is not second, f"unexpectedly identical: {short(first)}", msg)

    def assertIsNone(self, value, msg=None):
        self.check(value is None, f"{short(value)} is not None", msg)

    def assertIsNotNone(self, value, msg=None):
        self.check(value is not None, "unexpectedly None", msg)

    def assertIn(self, item, container, msg=None):
        self.check(item in container, f"{short(item)} not found in {short(container)}", msg)

    def assertNotIn(self, item, container, msg=None):
        self.check(item not in container, f"{short(item)} unexpectedly in {short(container)}", msg)

    def assertIsInstance(self, value, classes, msg=None):
        self.check(isinstance(value, classes), f"{short(value)} is not an instance of {classes!r}", msg)

    def assertNotIsInstance(self, value, classes, msg=None):
        self.check(not isinstance(value, classes), f"{short(value)} is an instance of {classes!r}", msg)

    def assertIsSubclass(self, cls, superclass, msg=None):
        self.check(issubclass(cls, superclass), f"{cls!r} is not a subclass of {superclass!r}", msg)

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        self.check(not issubclass(cls, superclass), f"{cls!r} is a subclass of {superclass!r}", msg)

    def assertHasAttr(self, value, name, msg=None):
        self.check(hasattr(value, name), f"{short(value)} has no attribute {name!r}", msg)

    def assertNotHasAttr(self, value, name, msg=None):
        self.check(not hasattr(value, name), f"{short(value)} has attribute {name!r}", msg)

    def assertStartsWith(self, text, prefix, msg=None):
        self.check(text.startswith(prefix), f"{short(text)} does not start with {prefix!r}", msg)

    def assertNotStartsWith(self, text, prefix, msg=None):
        self.check(not text.startswith(prefix), f"{short(text)} starts with {prefix!r}", msg)

    def assertEndsWith(self, text, suffix, msg=None):
        self.check(text.endswith(suffix), f"{short(text)} does not end with {suffix!r}", msg)

    def assertNotEndsWith(self, text, suffix, msg=None):
        self.check(not text.endswith(suffix), f"{short(text)} ends with {suffix!r}", msg)

    def assertLess(self, first, second, msg=None):
        self.check(first < second, f"{short(first)} not less than {short(second)}", msg)

    def assertLessEqual(self, first, second, msg=None):
        self.check(first <= second, f"{short(first)} not at most {short(second)}", msg)

    def assertGreater(self, first, second, msg=None):
        self.check(first > second, f"{short(first)} not greater than {short(second)}", msg)

    def assertGreaterEqual(self, first, second, msg=None):
        self.check(first >= second, f"{short(first)} not at least {short(second)}", msg)

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        rest = list(second)
        for item in first:
            self.check(item in rest, f"{short(first)} and {short(second)} differ in their elements", msg)
            rest.remove(item)
        self.check(not rest, f"{short(first)} and {short(second)} differ in their elements", msg)

    def assertRegex(self, text, pattern, msg=None):
        self.check(matches(pattern, text), f"{pattern!r} does not match {text!r}", msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self.check(not matches(pattern, text), f"{pattern!r} matches {text!r}", msg)

    def assertRaises(self, expected, function=None, /, *args, **keywords):
        context = RaisesContext(self, expected)
        if function is None:
            return context
        with context:
            function(*args, **keywords)

    def assertRaisesRegex(self, expected, pattern, function=None, /, *args, **keywords):
        context = RaisesContext(self, expected, pattern)
        if function is None:
            return context
        with context:
            function(*args, **keywords)

    def assertWarns(self, expected, function=None, /, *args, **keywords):
        if function is None:
            return NoWarnings()
        function(*args, **keywords)

    def assertWarnsRegex(self, expected, pattern, function=None, /, *args, **keywords):
        return self.assertWarns(expected, function, *args, **keywords)


class IsolatedAsyncioTestCase(TestCase):
    pass


class FunctionTestCase(TestCase):
    """A test that is a plain function; `doctest` makes these."""

    def __init__(self, function, label):
        super().__init__(label)
        setattr(self, label, function)


class TestSuite:
    def __init__(self, tests=()):
        self.tests = list(tests)

    def addTest(self, test):
        self.tests.append(test)

    def addTests(self, tests):
        self.tests.extend(tests)

    def __iter__(self):
        return iter(self.tests)


class TestLoader:
    def loadTestsFromTestCase(self, cls):
        return TestSuite(cls(name) for name in dir(cls) if name.startswith("test") and callable(getattr(cls, name)))

    def loadTestsFromModule(self, module):
        suite = TestSuite()
        for name in sorted(vars(module)):
            item = vars(module)[name]
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, IsolatedAsyncioTestCase, FunctionTestCase):
                suite.addTest(self.loadTestsFromTestCase(item))
        load = getattr(module, "load_tests", None)
        return suite if load is None else load(self, suite, None)


defaultTestLoader = TestLoader()


def makeSuite(cls):
    return defaultTestLoader.loadTestsFromTestCase(cls)


def flatten(suite):
    if isinstance(suite, TestCase):
        yield suite
    else:
        for test in suite:
            yield from flatten(test)


def attempt(case):
    """The outcome of one test: its word, and why."""
    method = getattr(case, case.name)
    if getattr(type(case), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
        return "skip", ""
    error = None
    try:
        case.setUp()
        try:
            method()
        finally:
            case.tearDown()
    except SkipTest as caught:
        return ("fail", case.failures[0]) if case.failures else ("skip", str(caught))
    except BaseException as caught:
        error = shown(caught)
    try:
        case.doCleanups()
    except BaseException as caught:
        error = error or shown(caught)
    if error is None and case.failures:
        error = f"{case.failures[0]}  ({len(case.failures)} subtests)"
    return ("ok", "") if error is None else ("fail", error)


def run_module(module, wanted=None):
    out, prepared = sys.stdout, set()
    for case in flatten(defaultTestLoader.loadTestsFromModule(module)):
        name, cls = case.id(), type(case)
        if wanted and not any(part in name for part in wanted):
            continue
        print("start", name, file=out, flush=True)
        try:
            if cls not in prepared:
                prepared.add(cls)
                cls.setUpClass()
            word, why = attempt(case)
        except SkipTest as caught:
            word, why = "skip", str(caught)
        except BaseException as caught:
            word, why = "fail", shown(caught)
        sys.stdout = out
        why = ": " + " ".join(why.split()) if why else ""
        print(word, name + why.encode("ascii", "backslashreplace").decode(), file=out, flush=True)


def main(*args, **keywords):
    pass
