# Calls that have become an instruction of their own see every change of what they call.
import builtins
import sys


class MyList(list):
    def append(self, x):
        list.append(self, ("my", x))


class Plain(list):
    pass


def natives():
    for f in (len, len, lambda x: "python", len, list, type, str, MyList, len):
        print(f([1, 2]))
    for xs in ([], [], MyList(), Plain(), [], bytearray()):
        for i in range(3):
            xs.append(i)
        print(xs)
    for s, arg in (("a,b", ","), ("a b", None), (b"a,b", b",")):
        print(s.split(arg), s.split(arg, 1) if arg else s.split())


def wrong_arity():
    for args in ((1,), (1, 2), (), (1,)):
        for f in (abs, [].append, "x".join, int.bit_length, str, C, C.m, C(1).m):
            try:
                print(f(*args))
            except TypeError as e:
                print(e)
    for i in range(4):
        try:
            if i == 3:
                abs(1, 2)
            elif i == 2:
                [].append()
            elif i == 1:
                C(1, 2, 3)
            else:
                C(1).m(1, 2)
        except TypeError as e:
            print(e)


class C:
    def __init__(self, x=None):
        self.x = x

    def m(self):
        return "m"

    def __repr__(self):
        return f"C({self.x!r})"


def wrong_later():
    for n in range(5):
        xs = ["a"]
        try:
            print(xs.pop(*(0,) * (n // 2)), len("abc" if n < 3 else n))
        except TypeError as e:
            print(e)


def one_site(f, *args):
    return f(*args)


def len_of(x):
    return len(x)


def patched():
    print(len_of("abc"), len_of([1]))
    old = builtins.len
    builtins.len = lambda x: "patched"
    print(len_of("abc"))
    del builtins.len
    try:
        print(len_of("abc"))
    except NameError as e:
        print(e)
    builtins.len = old
    print(len_of("abc"))
    globals()["len"] = lambda x: "global"
    print(len_of("abc"))
    del globals()["len"]
    print(len_of("abc"))


def rebinding():
    for i in range(6):
        c = C(i)
        print(c, c.m())
        if i == 1:
            C.m = lambda self: "other"
        if i == 2:
            C.__init__ = lambda self, x: setattr(self, "x", ("init", x))
        if i == 3:
            C.m = property(lambda self: lambda: len(self))
            C.__len__ = lambda self: 99
        if i == 4:
            C.__new__ = lambda cls, x: object.__new__(cls)
            C.m = staticmethod(lambda: "static")
    for i in range(3):
        print(C.m(), C(1).m())
        if i == 0:
            C.m = classmethod(lambda cls, *a: (cls.__name__, a))
        if i == 1:
            C(1).m(3)
            C.m = staticmethod(lambda: 4)


class R:
    def __init__(self):
        self.x = 1


def init_returns():
    for i in range(4):
        try:
            print(R().x)
        except TypeError as e:
            print(e)
        if i == 1:
            R.__init__.__code__ = (lambda self: 5).__code__


def defaults():
    def f(a, b=2, *, c=3):
        return a, b, c

    def g(a, b=5):
        return a, b

    for i in range(3):
        print(f(1), f(1, c=4), f(b=1, a=2), g(1), g(1, 2), g(b=1, a=3), g(a=1))
        if i == 0:
            f.__defaults__ = (20,)
            f.__kwdefaults__ = {"c": 30}
            g.__defaults__ = (50,)
        if i == 1:
            f.__defaults__ = (200,)
            g.__defaults__ = (7, 8)
    for bad in ("g()", "g(1, 2, 3)", "g(1, a=2)", "g(1, x=2)", "f(1, 2, 3)", "f(c=1)", "f(1, c=1, d=2)"):
        g.__defaults__ = None
        try:
            print(eval(bad, {"f": f, "g": g}))
        except TypeError as e:
            print(str(e).replace("defaults.<locals>.", ""))
    try:
        g(1)
    except TypeError as e:
        print(e)


def named_natives():
    for i in range(3):
        print(sorted([2, 3, 1], reverse=True), list(enumerate("ab", start=i)), int("11", base=2 + i))
        print("a-b-c".split(sep="-", maxsplit=1), dict(a=i), dict([(1, 2)], b=i), str(b"x", encoding="ascii"))
    for bad in ("sorted([1], foo=True)", "enumerate()", "enumerate('a', begin=1)", "int(x='1')", "list(x=1)"):
        try:
            print(eval(bad))
        except TypeError as e:
            print(e)


class Raiser(Exception):
    def __init__(self, code, text="t"):
        super().__init__(code, text)
        self.code = code


def exceptions():
    for cls in (ValueError, KeyError, Raiser, ValueError, OSError):
        for i in range(2):
            try:
                raise cls("x") if i else cls("x", "y")
            except Exception as e:
                print(repr(e), e.args, getattr(e, "code", None))
    print(repr(BaseExceptionGroup("g", [ValueError(1)])), type(True), type(3), type("n", (), {}).__name__)


def recursion():
    def down(n):
        return 0 if n == 0 else 1 + down(n - 1)

    def forever(x):
        return forever(x)

    class Deep:
        def __add__(self, other):
            return self + other

        def __getitem__(self, i):
            return self[i]

        @property
        def p(self):
            return self.p

        def __init__(self, again=False):
            if again:
                Deep(True)

    old = sys.getrecursionlimit()
    print(down(500))
    deep = Deep()
    for attempt in (lambda: forever(1), lambda: deep + 1, lambda: deep[0], lambda: deep.p, lambda: Deep(True)):
        try:
            attempt()
        except RecursionError as e:
            print(str(e)[:32])
    sys.setrecursionlimit(20000)
    print(down(15000))
    sys.setrecursionlimit(old)
    try:
        down(15000)
    except RecursionError as e:
        print(str(e)[:32])


natives()
wrong_arity()
wrong_later()
patched()
rebinding()
init_returns()
defaults()
named_natives()
exceptions()
recursion()
