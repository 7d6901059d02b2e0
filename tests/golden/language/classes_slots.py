"""`__slots__`: no dict, descriptors on the class, inheritance, and the refusals."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


p = Point(1, 2)
p.x += 10
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__, type(Point.x).__name__, repr(Point.x))
attempt(setattr, p, "z", 3)
attempt(lambda: p.z)
attempt(vars, p)
del p.y
attempt(lambda: p.y)
attempt(delattr, p, "y")
p.y = "back"
print(p.y, Point.x.__get__(p), Point.y.__name__, Point.x.__objclass__)
Point.x.__set__(p, "through the descriptor")
print(p.x)
attempt(Point.x.__get__, 5)
attempt(setattr, p, "__class__", object)


class Point3(Point):
    __slots__ = ["z"]


q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z, hasattr(q, "__dict__"))
attempt(setattr, q, "w", 1)


class Loose(Point):
    pass


l = Loose(1, 2)
l.anything = 3
print(l.x, l.anything, vars(l))


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.b, vars(w))


class Single:
    __slots__ = "only"


s = Single()
s.only = 1
print(s.only, Single.__slots__)
attempt(setattr, s, "o", 1)


class Mangled:
    __slots__ = ("__private",)

    def __init__(self):
        self.__private = 5

    def get(self):
        return self.__private


m = Mangled()
print(m.get(), m._Mangled__private)


def make(**namespace):
    return type("Made", namespace.pop("bases", ()), namespace)


attempt(lambda: make(__slots__=("a",), a=1))
attempt(lambda: make(__slots__=("1a",)))
attempt(lambda: make(__slots__=(5,)))
attempt(lambda: make(__slots__=5))
attempt(lambda: make(__slots__=("__dict__", "__dict__")))
attempt(lambda: make(bases=(int,), __slots__=("a",)))
attempt(lambda: make(bases=(tuple,), __slots__=("a",)))
attempt(lambda: make(bases=(Point, Single)))


class Empty:
    __slots__ = ()


class Both(Point, Empty):
    __slots__ = ()


print(Both(3, 4).x, sorted(n for n in dir(Both) if not n.startswith("_")))
attempt(setattr, Empty(), "x", 1)


class Default:
    __slots__ = {"documented": "a slot with a docstring"}


d = Default()
attempt(lambda: d.documented)
d.documented = 1
print(d.documented, Default.documented.__doc__)


class EmptyInt(int):
    __slots__ = ()


attempt(setattr, EmptyInt(5), "x", 1)
print(EmptyInt(5) + 1)
