"""Tuples and ranges: subclasses, hashing, recursion, odd operands, structseqs."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import sys
import time


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)

    def __repr__(self):
        return f"T{tuple.__repr__(self)}"


class Endless:
    def __eq__(self, other):
        return NotImplemented


t = (1, [2], "x")
s = time.gmtime(0)
ask("""
T(1, 2), T(1) + (2,), type(T(1) + T(2)), T(1) * 2, T(1, 2)[0:], T(1) == (1,), hash(T(1)) == hash((1,)), T(3, 1) < (3, 2), sorted(T(2, 1)), T(1, 2).index(2), tuple(T(1)), type(tuple(T(1))), T() or "empty"
tuple([1, 2]) , tuple("ab"), tuple({1: 2}), tuple(()) is (), tuple(t) is t, t[:] is t, t * 1 is t, t + () is t, () + t is t
t.__setitem__
hash(t)
(1, 2) < (1, "a")
(1, 2) < [1, 2]
(1, 2) + [3]
(1,) * "a"
(1, 2).index(3)
(1, 2).index(1, 1)
(1, 2, 1).index(1, -1), (1, 2, 1).index(1, 1, 100), (1, 2, 1).count(1), (1, float("nan")).count(1.0), (1, 2, 3).index(2, -100, 100)
(1, 2).index()
(1, 2).count()
(1, 2) == (1, 2, 3), (1, 2) < (1, 2, 3), (1, 3) > (1, 2, 3), () < (0,), (float("nan"),) == (float("nan"),), ((1, 2), 3) == ((1, 2), 3.0), (Endless(),) == (Endless(),)
repr(((),)), repr((1,)), repr(((1,), [2], {3})), str(("a", 'b"c', "d'e"))
t.__getnewargs__(), t.__contains__(1), t.__len__(), t.__add__((1,)), t.__mul__(0), t.__rmul__(2) == t * 2, t.__getitem__(-1), t.__iter__().__length_hint__(), t.__eq__([]), t.__lt__([]), t.__class_getitem__(int)
t.__getitem__("x")
t.__add__(5)
s.tm_year, s[0], s[-1], len(s), s[:3], s == tuple(s), hash(s) == hash(tuple(s)), s.n_fields, s.n_sequence_fields, s.n_unnamed_fields, s.tm_zone, repr(s)
time.struct_time((1, 2))
time.struct_time(range(9)).tm_zone, time.struct_time(range(11)).tm_gmtoff
time.struct_time(range(12))
time.struct_time(5)
s.__replace__(tm_year=5)[:2], type(s + ()), sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.major, type(sys.version_info).__name__
sys.flags.__class__.__name__, sys.hash_info.width, sys.float_info.max, sys.int_info.bits_per_digit, sys.thread_info.name, sys.implementation.version == sys.version_info
range(0, 10, 3)[1:], range(10, 0, -3)[::-1], range(5)[-1:-4:-2], range(3) == range(0, 3, 1), range(1, 1) == range(5, 5), hash(range(1)) == hash(range(0, 1, 5)), range(0, 7, 3) == range(0, 9, 3), range(5).index(3), 3.0 in range(5), 2.5 in range(5), "a" in range(5), True in range(2), 10**30 in range(10**31), range(10**30, 10**30 + 3)[1]
range(5).index(5)
range(5).count(3.0), range(0, 10, 2).count(3), repr(range(1, 2)), repr(range(0, 5, 2)), reversed(range(0, 10, 3)).__next__(), bool(range(5, 0)), range(3).__contains__("x"), iter(range(2)).__reduce__()[1:]
range(5).start, range(5)[True], range(-5)[0:0], len(range(0, -10, -3)), max(range(3)), sum(range(101)), list(range(3, -3, -2)), range(2**63, 2**63 + 5, 2)[-1]
type("R", (range,), {})
hash((1, (2, (3,)))) == hash((1, (2, (3,)))), hash(()) == hash(()), hash((1, 2)) != hash((2, 1)), hash((None,)) == hash((None,)), hash((1.0, True)) == hash((1, 1))
""")
a = ([],)
a[0].append(a)
print(a, a == a)
try:
    print(a == (a[0],), ([a],) == ([a],))
except RecursionError as error:
    print("recursion")
