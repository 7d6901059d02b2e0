"""Exceptions as objects: args, attributes, notes, groups, tracebacks, copies and subclasses with odd constructors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import copy
import pickle


class Odd(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b


class Both(KeyError, AttributeError):
    pass


class Shown(Exception):
    def __str__(self):
        return "shown"


class Broken(Exception):
    def __str__(self):
        raise ValueError("in str")


ask("""
Exception().args, Exception(1).args, str(Exception()), str(Exception(1)), str(Exception(1, 2)), repr(Exception("x")), repr(Exception(1, 2)), repr(Exception()), Exception("a") == Exception("a")
str(KeyError("x")), str(KeyError()), str(KeyError(1, 2)), str(KeyError("")), repr(KeyError("x")), str(LookupError("x")), str(Both("k")), str(Shown()), repr(Shown(1))
str(Broken())
Odd(1).args, Odd(1, b=3).args, Odd(1).__dict__, repr(Odd(1))
Odd()
Exception(x=1)
BaseException.__new__(Odd, 5).args, Exception.__new__(Exception).args
OSError(2, "No such file").errno, str(OSError(2, "text")), str(OSError(2, "text", "file")), repr(OSError(2, "text", "file")), str(OSError(2, "text", "a", None, "b")), OSError(1, 2, 3).args, type(OSError(2, "x")).__name__, OSError("x").errno, OSError().args
type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(32, "x")).__name__, type(OSError(9999, "x")).__name__, type(OSError("2", "x")).__name__, FileNotFoundError(2, "x").filename, BlockingIOError(11, "x", 5).characters_written, str(OSError(None, "x", "f"))
OSError(1, 2, 3, 4, 5, 6).args, BlockingIOError(11, "x").characters_written
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, ImportError("m", name="n", path="p").name, ImportError("m").path, AttributeError("x", name="n", obj=5).obj, NameError("x", name="n").name
ImportError("m", bad=1)
AttributeError("m", bad=1)
KeyError(name="x")
str(ImportError(5)), str(ImportError("a", "b")), repr(ImportError("a", name="b")), ModuleNotFoundError("m", name="x").name
UnicodeDecodeError("utf-8", b"ab\\xff", 2, 3, "bad").reason, str(UnicodeDecodeError("u", b"ab\\xff", 2, 3, "bad")), str(UnicodeDecodeError("u", b"abcd", 1, 3, "bad")), str(UnicodeEncodeError("u", "ab\\u20ac", 2, 3, "bad")), str(UnicodeEncodeError("u", "a\\U0001d11e", 1, 2, "r")), str(UnicodeTranslateError("abc", 0, 2, "r")), str(UnicodeTranslateError("\\xe9", 0, 1, "r"))
UnicodeDecodeError("u", "not bytes", 0, 1, "r")
UnicodeDecodeError("u", b"x", 0, 1)
UnicodeEncodeError("u", b"x", 0, 1, "r")
UnicodeEncodeError("u", "x", "0", 1, "r")
SyntaxError("m", ("f", 1, 2, "text", 3, 4)).end_offset, str(SyntaxError("m", ("f", 1, 2, "text"))), SyntaxError("m").lineno, str(SyntaxError("m", ("dir/f", 5, None, None))), SyntaxError().msg, repr(SyntaxError("m", ("f", 1, 2, "t"))), SyntaxError("m", ("f", 1, 2, "t")).print_file_and_line
SyntaxError("m", 5)
SyntaxError("m", ("f", 1))
Exception("x").with_traceback(None), Exception().__traceback__, Exception().__suppress_context__
Exception("x").with_traceback(5)
setattr(Exception(), "__traceback__", 5)
setattr(Exception(), "__cause__", 5)
setattr(Exception(), "__context__", "x")
setattr(Exception(), "args", 5)
setattr(Exception(), "__suppress_context__", "x")
delattr(Exception(), "__cause__")
delattr(Exception(), "args")
Exception().add_note(5)
(lambda e: (e.add_note("n"), e.__notes__, e.add_note("m"), e.__notes__))(Exception())
(lambda e: (setattr(e, "__notes__", 5), e.add_note("x")))(Exception())
(lambda e: (setattr(e, "args", "ab"), e.args, str(e)))(Exception())
(lambda e: (setattr(e, "__cause__", KeyError()), e.__suppress_context__, setattr(e, "__cause__", None), e.__cause__))(Exception())
pickle.loads(pickle.dumps(OSError(2, "text", "file"))).filename, pickle.loads(pickle.dumps(KeyError("k"))), copy.copy(ValueError(1, 2)), copy.deepcopy(StopIteration([1])).value, Exception(1).__reduce__(), OSError(2, "t", "f").__reduce__(), ImportError("m", name="n").__reduce__()
pickle.loads(pickle.dumps(UnicodeDecodeError("u", b"x", 0, 1, "r"))).object, AttributeError("a", name="n", obj=[]).__reduce__(), SyntaxError("m", ("f", 1, 2, "t")).__reduce__(), Exception(1).__setstate__({"k": 1})
Exception().__setstate__(5)
ExceptionGroup("m", [ValueError(1), KeyError(2)]), ExceptionGroup("m", (ValueError(),)).exceptions, str(ExceptionGroup("m", [ValueError()] * 3)), BaseExceptionGroup("m", [ValueError()]).__class__, BaseExceptionGroup("m", [KeyboardInterrupt()]).message
ExceptionGroup("m", [])
ExceptionGroup("m", 5)
ExceptionGroup("m", [5])
ExceptionGroup("m", [KeyboardInterrupt()])
ExceptionGroup(5, [ValueError()])
ExceptionGroup("m")
ExceptionGroup("m", [ValueError(1), TypeError(2)]).split(ValueError), ExceptionGroup("m", [ValueError(1)]).subgroup(KeyError), ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [KeyError(1)])]).subgroup(lambda e: isinstance(e, KeyError)), ExceptionGroup("m", [ValueError()]).derive([KeyError()])
ExceptionGroup("m", [ValueError()]).split(5)
ExceptionGroup("m", [ValueError()]).subgroup((int,))
issubclass(ExceptionGroup, Exception), ExceptionGroup.__bases__, [c.__name__ for c in Both.__mro__], ExceptionGroup[int]
""")


def raise_it(what, cause):
    raise what from cause


for what, cause in ((5, None), (int, None), (ValueError, 5), (ValueError, KeyError), (ValueError("v"), KeyError("k")), (Odd, None), (None, None), ("text", None), (ValueError, int)):
    try:
        raise_it(what, cause)
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), error.__suppress_context__)
