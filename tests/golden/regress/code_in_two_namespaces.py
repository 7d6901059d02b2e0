# The same code with other globals, builtins, or in place of another function's code.
code = compile("x = x + 1\nprint(x, len)\ndef f():\n    return x, len\nprint(f())", "c", "exec")
spaces = [{"x": n} for n in range(4)] + [{"x": 5, "len": "own"}, {"x": 6, "z": 1}, {"x": 7, "z": 1}]
for space in spaces + spaces[:2]:
    exec(code, space)
print([space["x"] for space in spaces], [space["f"]()[0] for space in spaces])


def read():
    return x


x = "here"
other = type(read)(read.__code__, {"x": "there"})
for i in range(3):
    print(read(), other())

own = {"__builtins__": {"len": "first"}}
look = compile("found = len", "c", "exec")
for i in range(2):
    exec(look, own)
    print(own["found"])
    own["__builtins__"] = {"len": "second"}


class C:
    def m(self):
        return "m"

    def k(self, a=1, *rest, b=2, **more):
        return a, rest, b, more

    @classmethod
    def c(cls, *args):
        return cls.__name__, args

    @staticmethod
    def s(*args):
        return args


class D(C):
    pass


def methods():
    for i in range(6):
        for o in (C(), D()):
            try:
                print(o.m(), o.k(), o.k(3), o.k(3, 4, b=5, c=6), o.c(i), o.s(i), type(o).c(i), type(o).s())
            except TypeError as e:
                print(e)
        if i == 1:
            C.m.__code__ = (lambda self, a: a).__code__
        if i == 2:
            C.m.__defaults__ = ("default",)
        if i == 3:
            C.m.__code__ = (lambda *args: len(args)).__code__
        if i == 4:
            D.c = lambda self, *args: ("plain", args)


methods()
for value in (1, True, 1.5, "s", None, C(), D(), C, int):
    print([isinstance(value, kind) for kind in (int, (str, float), C, D, type, int | None, object)])


class Claims:
    @property
    def __class__(self):
        return int


print(isinstance(Claims(), int), isinstance(Claims(), Claims), isinstance(Claims(), (str, int)), isinstance(Claims(), str))
