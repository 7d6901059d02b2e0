"""Runs one of CPython's test files with the library's own `unittest`: run.py LIB TEST RECORD [LEAVE-OUT…].

LIB is CPython's `Lib`, TEST the name of a test file without `.py`, RECORD a file that gets a line for each test: `start NAME`, then
`ok NAME`, `skip NAME: WHY` or `fail NAME: WHY`; at the end `done`. Tests named after that are not run.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LIB, NAME, RECORD, *LEFT_OUT = sys.argv[1:]
sys.path[:] = [*(entry for entry in sys.path if entry != HERE), LIB]
del sys.argv[1:]

import importlib
import unittest

record = open(RECORD, "w", buffering=1, encoding="utf-8", errors="backslashreplace")


def say(*words):
    record.write(" ".join(words).replace("\n", " | ") + "\n")


def shown(error):
    """The kind of an error, what it says, and the innermost line."""
    try:
        text = str(error[1])
    except BaseException:
        text = "?"
    lines, place = error[2], ""
    while lines is not None:
        name = lines.tb_frame.f_code.co_filename
        if not name.endswith(("unittest/case.py", "unittest/mock.py")):
            place = f" [{os.path.basename(name)}:{lines.tb_lineno}]"
        lines = lines.tb_next
    return f"{error[0].__name__}: {text}"[:600] + place


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.word, self.why = "ok", ""
        say("start", test.id())

    def worse(self, word, why):
        if self.word == "ok" or word == "fail" and self.word == "skip":
            self.word, self.why = word, why

    def addError(self, test, error):
        if not hasattr(test, "_testMethodName") and not hasattr(test, "_dt_test"):
            say("fail", f"{test.id()}:", shown(error))
            return
        self.worse("fail", shown(error))

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.worse("fail", subtest._subDescription() + " " + shown(error))

    def addSkip(self, test, reason):
        if hasattr(self, "word"):
            self.worse("skip", reason)

    def addExpectedFailure(self, test, error):
        self.worse("skip", "fails as expected")

    def addUnexpectedSuccess(self, test):
        self.worse("fail", "succeeds unexpectedly")

    def stopTest(self, test):
        super().stopTest(test)
        say(self.word, test.id() + (f": {self.why}" if self.why else ""))


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def limits():
    """The limits of C's types, which tests take from there."""
    found = {"FLT_MAX": float.fromhex("0x1.fffffep+127"), "FLT_MIN": 2.0**-126, "DBL_MAX": sys.float_info.max, "DBL_MIN": sys.float_info.min}
    found |= {"SIZEOF_TIME_T": 8, "SIZEOF_WCHAR_T": 4}
    for name, bits in (("CHAR", 8), ("SHRT", 16), ("INT", 32), ("LONG", 64), ("LLONG", 64), ("PY_SSIZE_T", 64)):
        found |= {f"{name}_MAX": (1 << bits - 1) - 1, f"{name}_MIN": -1 << bits - 1, f"U{name}_MAX": (1 << bits) - 1}
    return found


LIMITS = limits()


def depth():
    """How many frames there are."""
    frame, found = sys._getframe(1), 0
    while frame is not None:
        frame, found = frame.f_back, found + 1
    return found


class Missing(type(sys)):
    """In place of a module that only CPython has: tests that call what it has are skipped, and the rest of the file is not."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in LIMITS:
            return LIMITS[name]
        if name == "get_c_recursion_remaining":
            return lambda: 10_000
        if name == "get_recursion_depth":
            return depth

        def refuse(*args, **kwargs):
            raise unittest.SkipTest(f"{self.__name__}.{name} is CPython's own")

        return refuse


def stand_in():
    for name in ("_testcapi", "_testinternalcapi", "_testlimitedcapi"):
        try:
            importlib.import_module(name)
        except ImportError:
            sys.modules[name] = Missing(name)


def main():
    from test import support

    stand_in()

    support.use_resources = []
    support.verbose = 0
    try:
        module = importlib.import_module(f"test.{NAME}")
    except unittest.SkipTest as error:
        say("skipped", str(error))
        return
    except BaseException:
        say("fail import:", shown(sys.exc_info()))
        raise
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    tests = [test for test in flat(suite) if test.id() not in LEFT_OUT]
    unittest.TestSuite(tests).run(Result())
    say("done")


main()
