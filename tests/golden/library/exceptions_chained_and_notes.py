def f():
    try:
        raise KeyError("k")
    except KeyError as error:
        raise ValueError("v") from error
try: f()
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__, error.__context__ is error.__cause__)
    error.add_note("n1"); error.add_note("n2"); print(error.__notes__)
try:
    try: 1 / 0
    finally: [][1]
except IndexError as error: print(type(error.__context__).__name__)
try:
    try: raise A
    except NameError: raise ValueError from None
except ValueError as error: print(error.__cause__, error.__suppress_context__, type(error.__context__).__name__)
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), OSError(3)])])
print(g, g.subgroup(TypeError), g.split(ValueError), g.derive([KeyError()]), g.exceptions[1].message)
for make in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: BaseException().with_traceback(1)):
    try: make()
    except (TypeError, ValueError) as error: print(error)
e = OSError(2, "No such", "file", None, "other"); print(e, e.errno, e.filename, e.filename2, type(e).__name__, OSError(13, "x").__class__.__name__, OSError("one").args)
print(UnicodeDecodeError("utf-8", b"abc", 1, 2, "bad"), SyntaxError("m", ("f", 1, 2, "t")).lineno, SystemExit(3).code, StopIteration(5).value, ImportError("m", name="n", path="p").name, AttributeError("a", name="n", obj=1).obj, KeyError("a"), str(KeyError("a")), NameError("x", name="y").name)
