"""namedtuple."""
from collections import namedtuple

P = namedtuple("P", "x y z", defaults=[0])
p = P(1, 2)
print(p, p.x, p[1], p.z, p._replace(x=9), p._asdict(), P._fields, P._field_defaults, p == (1, 2, 0), P._make([4, 5, 6]))
x, y, z = p
print(x + y + z, hash(p) == hash((1, 2, 0)), P.x.__doc__, P.__doc__, repr(P.x), P.__match_args__)
match p:
    case P(1, b, c):
        print("matched", b, c)
class Q(P):
    __slots__ = ()
    @property
    def norm(self):
        return self.x ** 2 + self.y ** 2
print(Q(3, 4).norm, Q(1, 2)._replace(y=5), isinstance(Q(1, 2), P))
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "def"), lambda: setattr(p, "x", 1),
          lambda: p._replace(q=1), lambda: namedtuple("1a", "x"), lambda: namedtuple("A", "_x"), lambda: delattr(p, "x"), lambda: p.w):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(namedtuple("R", "a def a", rename=True)._fields)
