"""Attributes outside the object, descriptors with a native `__get__`, subscripts and operators of subclasses: before and after changes."""
from array import array
from collections import deque, namedtuple


class Late:
    """Few attributes that the class tells of, many that others set."""

    def __init__(self):
        self.own = 0


def fill(late, count):
    for i in range(count):
        setattr(late, f"a{i}", i)


def read(late):
    return late.own, late.a3, late.a7, late.a11


def write(late, value):
    late.a3 = value
    late.a11 = value + 1


many = [Late() for _ in range(5)]
for late in many:
    fill(late, 12)
for turn in range(3):
    for late in many:
        write(late, turn)
    print([read(late) for late in many])
del many[0].a7
for late in many:
    try:
        print(read(late))
    except AttributeError as error:
        print(error)
many[0].a7 = "again"
print(read(many[0]), list(vars(many[0])))
Late.a7 = property(lambda self: "property", lambda self, value: print("set", value))
print([late.a7 for late in many])
for late in many[:2]:
    late.a7 = 1
del Late.a7
print([late.a7 for late in many])
many[1].__dict__["a3"] = "by the dict"
many[2].__class__ = type("Other", (Late,), {})
print([read(late) for late in many])

# Descriptors whose `__get__` is a native.
Point = namedtuple("Point", "x y")


class Named(Point):
    pass


def x_of(point):
    return point.x


for point in [Point(1, 2), Named(3, 4), Point("a", "b")] * 3:
    print(x_of(point), end=" ")
print()
Point.x = 5
print([x_of(point) for point in (Point(1, 2), Named(3, 4))])
try:
    Point(1, 2).y = 3
except AttributeError as error:
    print(error)
a, b = Named(8, 9)
print(a, b)
try:
    a, b, c = Named(1, 2)
except ValueError as error:
    print(error)


class Backwards(tuple):
    def __iter__(self):
        return reversed(self[:])


a, b = Backwards((1, 2))
print(a, b)


# Subscripts.
class Items(list):
    pass


class Shifted(list):
    def __getitem__(self, i):
        return "shifted", i


class Pair(tuple):
    pass


class Words(dict):
    def __missing__(self, key):
        return "missing", key


class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells[key]

    def __setitem__(self, key, value):
        self.cells[key] = value


def item(holder, key):
    return holder[key]


def first(holder):
    return holder[0]


def change(holder, key, value):
    holder[key] = value


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


grid = Grid()
holders = [
    Items("abc"), Shifted("abc"), Pair("abc"), Words({0: "zero", 1: "one"}), grid, [1, 2, 3], (1, 2, 3), {0: 1, 1: 2}, "abc",
    b"abc", bytearray(b"abc"), array("d", [1.5, 2.5, 3.5]), deque("abc"), memoryview(b"abc"), range(3), 5, None, Late(),
]
for turn in range(2):
    for holder in holders:
        print(type(holder).__name__, tried(change, holder, 0, turn + 65), tried(item, holder, 0), tried(item, holder, -1), tried(first, holder),
              tried(item, holder, True), tried(item, holder, 1 << 70))
Items.__getitem__ = lambda self, key: ("given", key)
Grid.__getitem__ = lambda self, key: ("anew", key)
Grid.__setitem__ = lambda self, key, value: print("set", key, value)
print(item(holders[0], 0), first(holders[0]), item(grid, 0), first(grid))
change(grid, "k", "v")
Grid.__getitem__ = lambda self, key, more: None
print(tried(item, grid, 0)[0])
del Grid.__getitem__, Grid.__setitem__
print(tried(item, grid, 0), tried(change, grid, 0, 0))


# Operators of subclasses of numbers.
class Count(int):
    pass


class Loud(int):
    def __add__(self, other):
        return "loud", int(other)

    def __radd__(self, other):
        return "right", int(other)


class Ratio(float):
    def __imul__(self, other):
        return "in place", other


def add(a, b):
    return a + b


def times(a, b):
    a *= b
    return a


numbers = [Count(3), Loud(4), 5, True, 2.5, Ratio(1.5), 1 << 70]
for a in numbers:
    print([tried(add, a, b) for b in [*numbers, "s", None]])
    print([tried(times, a, b) for b in [*numbers, "s", 2j]])
print(Count(7) // Count(2), divmod(Count(7), 2), Count(2) ** Count(5), -Count(3), type(Count(3) + Count(4)), Count(6) & 3, 1 << Count(3))
Count.__add__ = lambda self, other: "changed"
print(add(Count(1), 1), add(1, Count(1)), add(Count(1), Count(1)))


# isinstance.
class Base:
    pass


class Derived(Base):
    pass


class Claims:
    __class__ = Base


def checks(thing):
    return [isinstance(thing, kind) for kind in (int, tuple, Base, Derived, object)]


for turn in range(2):
    for thing in (1, (), Base(), Derived(), Claims(), True):
        print(checks(thing))


class Lies(Derived):
    @property
    def __class__(self):
        return int


print(checks(Lies()), checks(Lies()))
