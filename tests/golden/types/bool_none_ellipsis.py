"""The singletons: truth, identity, types, and what may not be done with them."""

print(True, False, None, Ellipsis, ..., NotImplemented)
print(bool(), bool(0), bool([]), bool("a"), bool(None), bool(...), not None, not [], not not 5)
print(True == 1, True is True, False + 5, True + True, str(True), repr(None), f"{True:d} {True} {None}", int(True), float(True))
print(True & True, True | False, True ^ True, type(True & False).__name__, type(True & 1).__name__, -True, True << 2)
print(isinstance(True, int), issubclass(bool, int), type(None).__name__, type(...).__name__, type(NotImplemented).__name__, bool.__mro__)
print({True: "a"}[1], [10, 20][True], "ab"[False], {1: "x", True: "y", 1.0: "z"})


class Truthy:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


print(bool(Truthy(True)), bool(Truthy(False)), bool(Sized(0)), bool(Sized(3)))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: bool(Truthy(1)))
attempt(lambda: bool(Truthy(None)))
attempt(lambda: bool(Sized(-1)))
attempt(lambda: bool(Sized("x")))
attempt(lambda: bool(Sized(1.5)))
attempt(lambda: bool(Sized(2 ** 70)))
attempt(lambda: len(Sized(2 ** 70)))
attempt(lambda: 1 if Truthy("x") else 2)
attempt(lambda: not Truthy(5))
attempt(lambda: Truthy([]) and 1)
attempt(lambda: [x for x in [1] if Truthy(0)])
attempt(lambda: bool(1, 2))
attempt(lambda: bool(x=1))
attempt(lambda: bool(NotImplemented))
attempt(lambda: None())
attempt(lambda: None[0])
attempt(lambda: None + 1)
attempt(lambda: len(None))
attempt(lambda: iter(None))
attempt(lambda: None < None)
attempt(lambda: None.x)
attempt(lambda: setattr(None, "x", 1))
attempt(lambda: type(None)())
attempt(lambda: type(...)() is ...)
attempt(lambda: type(None)(1))
attempt(lambda: hash(None) == hash(None))
attempt(lambda: True.x)
attempt(lambda: ...[0])
for source in ("None = 1", "True = 1", "def f(None): pass", "f(True=1)", "x.None", "del None", "for None in x: pass", "import None", "lambda True: 1",
               "None: int = 1", "... = 1", "class None: pass", "None += 1", "(None, x) = 1", "with x as None: pass", "[None for None in x]", "global None",
               "__debug__ = 1", "f(__debug__=1)", "from x import None", "None.x = 1", "NotImplemented = 1"):
    try:
        compile(source, "<s>", "exec")
        print(source, "| compiles")
    except SyntaxError as error:
        print(source, "|", error.msg)
print(all([]), any([]), all([1, "", 2]), any([0, None, "x"]), all(x > 0 for x in [1, 2]), [] or "default", 0 or None, 1 and [], None or False)
print(None is None, None == None, None != 0, [None, True, False] == [None, 1, 0], None in [None], sorted([True, False, 1, 0]))
