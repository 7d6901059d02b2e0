"""getattr, setattr, vars, dir, type, id, isinstance, hash, repr, format on objects of one's own."""


class Thing:
    class_attribute = 1

    def __init__(self):
        self.b = 2
        self.a = 1

    def method(self):
        pass


t = Thing()
print(vars(t), t.__dict__ is vars(t), getattr(t, "a"), getattr(t, "zz", None), hasattr(t, "b"), hasattr(t, "zz"), setattr(t, "c", 3), t.c, delattr(t, "c"), hasattr(t, "c"))
print([n for n in dir(t) if not n.startswith("__")], [n for n in dir(Thing) if not n.startswith("__")], "__init__" in dir(t), "__class__" in dir(5), [n for n in dir([]) if n.startswith("in")])
vars(t)["injected"] = "through vars"
print(t.injected, type(t) is Thing, t.__class__, type(Thing), type(type), isinstance(t, Thing), isinstance(Thing, type), id(t) == id(t), t is t, id(t) != id(Thing()))


class WithDir:
    def __dir__(self):
        return ["z", "a", "m"]


print(dir(WithDir()))


def local_names():
    x = 1
    y = [x for x in range(2)]
    return dir(), sorted(vars()), sorted(locals())


print(local_names())


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class NoRepr:
    __repr__ = None


class GetattrRaises:
    def __getattr__(self, name):
        raise ValueError("not an AttributeError")


for source in ("getattr(t)", "getattr(t, 5)", "getattr(t, 'zz')", "getattr(t, 'zz', 1, 2)", "setattr(t, 'x')", "setattr(5, 'x', 1)", "delattr(t, 'zz')", "delattr(t)", "hasattr(t, 5)", "hasattr(GetattrRaises(), 'x')", "vars(5)", "vars(t, 1)", "dir(1, 2)", "type()", "type(1, 2)", "isinstance(1)", "isinstance(1, 'int')",
               "issubclass(1, int)", "issubclass(int, 'x')", "repr()", "repr(1, 2)", "repr(NoRepr())", "format()", "format(1, 2)", "format(object(), 'x')", "format(t, '')[:10]", "str(1, 2, 3, 4)", "id(1, 2)", "len(5)", "len()", "len(t)", "iter(t)", "t[0]", "t()", "t + 1", "-t", "t < t", "t == t", "hash(t) == hash(t)", "bool(t)",
               "int(t)", "float(t)", "str(t)[:16]", "list(t)", "next(t)", "reversed(t)", "round(t)", "abs(t)", "chr(t)", "1 in t", "t.zz", "del_missing", "callable(t)", "print(end=5)", "print(sep=1)", "print(bad=1)", "input(1, 2)", "object().x", "object() == object()", "type(object())", "isinstance(None, type(None))"):
    attempt(source)
x = object()
print(x == x, x != object(), hash(x) == hash(x), bool(x), str(type(x)), repr(x).startswith("<object object at 0x"), repr(t).startswith("<__main__.Thing object at 0x"), sorted([n for n in dir(object()) if "e" in n])[:5])


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Hashed:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


for value in (3, 0, True, -1, "x", None, 2.0):
    attempt(f"len(Sized({value!r}))")
    attempt(f"hash(Hashed({value!r}))")


class Formatted:
    def __format__(self, spec):
        return f"[{spec}]"


print(format(Formatted()), format(Formatted(), "abc"), "{:x y}".format(Formatted()), f"{Formatted():{1 + 1}}", format(3.14159, ".2f"), format("a", ">3"), format(5), format(None), format([1]), format(True, "d"))
print(isinstance(1, (int, str)), isinstance("a", (int, (float, str))), isinstance(True, int), issubclass(bool, (str, int)), isinstance(1.0, int), isinstance(t, object), issubclass(Thing, Thing), isinstance(int, type), isinstance(type, object), isinstance([], list | None))
print(print("a", "b", sep=""), print(), print(end=""), print("x", end="y\n"), print(1, None, "s", [2], sep="|"), print("a", file=None), print(*[], sep="x"))
