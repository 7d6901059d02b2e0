"""tuple: construction, slices, operators, hash, errors."""


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, "|", e)


a = (1, 2, 3)
print(a, (), (1,), ((),), (1, "a", None), len(a), a[0], a[-1], a[1:], a[::-1], a[::2], a[5:])
t(lambda: a[3])
t(lambda: a[-4])
t(lambda: a["x"])
t(lambda: a[1.0])
t(lambda: a[2**80])
t(lambda: a[::0])
t(tuple, 5)
t(tuple, [1], 2)
t(lambda: tuple(iterable=[1]))
t(lambda: a.__setitem__)
try:
    a[0] = 1
except TypeError as e:
    print(e)
try:
    del a[0]
except TypeError as e:
    print(e)
print(tuple("abc"), tuple([1, 2]), tuple(a) is a, a[:] is a, tuple({1: 2}), tuple(range(3)), tuple(x for x in "ab"))
print(a + (4,), a * 2, 2 * a, a * 0, a * -1, a + () is a, () * 5, a * 1 is a)
t(lambda: a + [1])
t(lambda: a + None)
t(lambda: a * "x")
t(lambda: a * 1.0)
t(lambda: a * 2**70)
t(lambda: a - a)
b = a
b += (9,)
b *= 2
print(a, b)
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 5), () < (1,), (1, 2) == (1, 2), (1,) == [1], (1, 2) >= (1, 2), (1,) != (2,))
t(lambda: (1,) < [1])
t(lambda: (1,) < ("a",))
print(hash(()), hash((1, 2, 3)), hash((1, (2, 3))), hash((1.0, True)) == hash((1, 1)), hash(("a",)) == hash(("a",)))
t(lambda: hash(([],)))
print(a.index(2), a.count(2), a.count(9), 2 in a, 9 in a)
t(a.index, 9)
t(a.index, 1, 1)
t(a.index, 3, -1)
t(a.index)
t(a.count)
nan = float("nan")
print(nan in (nan,), (nan,) == (nan,), (nan,).index(nan), (nan,) < (nan,))
r = ([],)
r[0].append(r)
print(r)


class T(tuple):
    pass


m = T([1, 2])
m.attr = 5
print(m, type(m), type(m + (3,)), type(m[:]), type(m * 1), m == (1, 2), hash(m) == hash((1, 2)), tuple(m) is m, type(tuple(m)), m.attr)


class N(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (b, a))


print(N(1, 2), N(1, 2)[0], T(), T("ab"))
t(N, 1)
it = iter(a)
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__())
it.__setstate__(2)
print(list(it), it.__reduce__(), list(it))
t(next, it)
print(list(reversed(a)), type(reversed(a)), tuple[int, str], a.__getnewargs__())
t(lambda: a.nope)
t(lambda: setattr(a, "x", 1))
print([n for n in dir(tuple) if not n.startswith("_")])
x, (y, z) = 1, (2, 3)
print(x, y, z)
deep = ()
for _ in range(50):
    deep = (deep,)
print(deep == deep, hash(deep) == hash(deep), len(repr(deep)))
d = {(1, 2): "x", (1, (2, 3)): "y"}
print(d[1, 2], d[(1, (2, 3))])
