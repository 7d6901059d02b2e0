"""Making, raising, catching: contexts, tracebacks, frames that are asked for late, subclasses with their own parts."""
import sys


def entries(e):
    tb, out = e.__traceback__, []
    while tb:
        frame = tb.tb_frame
        out.append((frame.f_code.co_name, tb.tb_lineno, frame is tb.tb_frame))
        tb = tb.tb_next
    return out


def deep(n):
    if n:
        return deep(n - 1)
    raise ValueError("deep", n)


try:
    deep(3)
except ValueError as e:
    print(entries(e), e.args)
    kept = e
print(entries(kept), kept.__traceback__.tb_frame.f_globals is globals())


class Own(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b


class Twice(Own):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = True
        return self


class Returns(Exception):
    def __init__(self):
        return 5


class Plain(KeyError):
    """No parts of its own."""


class Keyed(Exception):
    def __init__(self, *, key):
        self.key = key


for make in (
    lambda: Own(1), lambda: Own(1, b=3), lambda: Own(b=1, a=2), lambda: Own(), lambda: Twice(4), lambda: Returns(), lambda: Plain("k"), lambda: Keyed(key=1),
    lambda: Plain(1, 2), lambda: ValueError(x=1), lambda: Plain(x=1), lambda: StopIteration(), lambda: StopIteration(1, 2), lambda: SystemExit(3),
    lambda: OSError(2, "no", "file"), lambda: ImportError("m", name="n"), lambda: UnicodeDecodeError("utf8", b"a", 0, 1, "r"), lambda: Exception(),
    lambda: AttributeError("a", name="n", obj=3), lambda: BaseException(1, 2),
):
    try:
        raise make()
    except BaseException as e:
        print(type(e).__name__, e.args, {k: v for k, v in sorted(vars(e).items())}, getattr(e, "value", "-"), str(e))

for raised in (ValueError, Own, StopIteration, Plain, Keyed, OSError, 5, "x", None, int, object()):
    try:
        raise raised
    except BaseException as e:
        print(type(e).__name__, e, e.args)

print("- contexts")
try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError as e:
        print(repr(e.__context__), e.__cause__, e.__suppress_context__)
        raise TypeError(3) from e
except TypeError as e:
    print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
try:
    try:
        raise ValueError(1)
    finally:
        print(repr(sys.exception()))
        try:
            {}["x"]
        except KeyError as e:
            print(repr(e.__context__), repr(sys.exception()))
        print(repr(sys.exception()))
except ValueError as e:
    print(e.__context__)
print(sys.exception())


def again():
    try:
        raise ValueError("again")
    except ValueError as e:
        print(entries(e))
        raise


try:
    again()
except ValueError as e:
    print(entries(e))
    try:
        raise e
    except ValueError as f:
        print(entries(f), f is e, f.__context__)

print("- in loops")
out = []
for i in range(6):
    try:
        if i == 1:
            continue
        if i == 2:
            raise ValueError(i)
        if i == 3:
            raise KeyError(i)
        if i == 5:
            break
    except (KeyError, IndexError) as e:
        out.append(("except", e.args))
    except ValueError:
        out.append("value")
    else:
        out.append(("else", i))
    finally:
        out.append(("finally", i))
print(out)

print("- with")


class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        if self.fail == "enter":
            raise OSError(self.name)
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback and entries(value))
        if self.fail == "exit":
            raise LookupError(self.name)
        return self.swallow


def use(*managers):
    for manager in managers:
        try:
            with manager as name, CM("second"):
                print("in", name)
                raise ValueError(name)
        except Exception as e:
            print(repr(e), repr(e.__context__))


use(CM("a"), CM("b", True), CM("c", False, "enter"), CM("d", False, "exit"))
for i in range(3):
    with CM(i):
        if i == 0:
            continue
        if i == 1:
            break


def leaves():
    with CM("r"):
        return "returned"


print(leaves())


class Static:
    @staticmethod
    def __enter__():
        return "static"

    __exit__ = lambda *args: print("args", len(args))


with Static() as s:
    print(s)
CM.__exit__ = lambda self, *args: print("replaced") or True
with CM("x"):
    raise KeyError
for bad in (5, type("NoExit", (), {"__enter__": 1})(), type("NoEnter", (), {"__exit__": 1})(), CM):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)

print("- groups and notes")
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError as e:
    print(e.exceptions)
except* KeyError as e:
    print(e.exceptions)
try:
    try:
        raise ValueError
    except TypeError:
        pass
except ValueError as e:
    print("not matched", entries(e))
for wrong in (5, (ValueError, 5), (ValueError, "x"), "s"):
    try:
        try:
            raise KeyError(1)
        except wrong:
            pass
    except TypeError as e:
        print(e, repr(e.__context__))
