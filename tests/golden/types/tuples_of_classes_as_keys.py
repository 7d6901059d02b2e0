"""Keys and comparisons of tuple subclasses, classes, None and weak references, with and without methods of their own."""
import weakref
from collections import namedtuple

Point = namedtuple("Point", "x y")
Other = namedtuple("Other", "x y")
a, b, other = Point(1, "y"), Point(1, "y"), Other(1, "y")
print(a == b, a != b, a == other, a == (1, "y"), (1, "y") == a, hash(a) == hash((1, "y")))
found = {a: 1, (a, 0): 2, (1, (b, None)): 3}
print(found[b], found[other], found[1, "y"], found[b, 0], found[(1, "y"), 0], found[1, (other, None)])
print(Point(1, 2) in found, (Point(1, 2), 0) in found, {a, b, other, (1, "y")} == {(1, "y")})


class Folded(tuple):
    def __eq__(self, other):
        print("eq")
        return [str(x).lower() for x in self] == [str(x).lower() for x in other]

    def __hash__(self):
        print("hash")
        return 7


class OnlyEq(tuple):
    def __eq__(self, other):
        return True


class OnlyNe(tuple):
    def __ne__(self, other):
        return "ne"


x, y = Folded(("A",)), Folded(("a",))
print(x == y, x == ("a",), ("a",) == x, (x,) == (y,), (x, 1) == (("a",), 1))
print({x: 1}[y])
print({(x, 1): 1}[y, 1])
try:
    hash(OnlyEq((1,)))
except TypeError as error:
    print(error)
try:
    {(OnlyEq((1,)), 2): 3}
except TypeError as error:
    print(error)
print(OnlyEq((1,)) == (2,), (2,) == OnlyEq((1,)), OnlyNe((1,)) != (1,), (1,) != OnlyNe((1,)), OnlyNe((1,)) == (1,))


class Later(tuple):
    pass


p, q = Later((1,)), Later((2,))
keys = {p: "p"}
print(p == q, q in keys)
Later.__eq__ = lambda self, other: True
print(p == q, q == p, (p,) == (q,), [p] == [q])
Later.__hash__ = lambda self: hash((1,))
print(q in keys)


class Meta(type):
    def __hash__(cls):
        return 5

    def __eq__(cls, other):
        return isinstance(other, Meta)


class M(metaclass=Meta):
    pass


class N(metaclass=Meta):
    pass


print({M: 1}[N], {(M, 1): 2}[N, 1], hash(M), M in {int, N}, M in {int, str})
kinds = {int: "int", (int, None): "int none", (str, True): "str true", None: "none"}
print(kinds[int], kinds[int, None], kinds[str, 1], kinds[None], (int, 0) in kinds, float in kinds, (None,) in kinds)
print(hash(int) == object.__hash__(int) == type.__hash__(int), hash(None) == hash(None), hash((None,)) == hash((None,)))


class Equal:
    def __eq__(self, other):
        return isinstance(other, Equal)

    def __hash__(self):
        return 3


one, two = Equal(), Equal()
r, s = weakref.ref(one), weakref.ref(two)
print(r is s, r == s, {r: 1}[s], {(r, 0): 2}[s, 0], hash(r))
t = weakref.ref(two)
print({t: "t"}[r])


class Ref(weakref.ref):
    def __hash__(self):
        return 99


print(hash(Ref(one)), hash((Ref(one),)) == hash((99,)))
