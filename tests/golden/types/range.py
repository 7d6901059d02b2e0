"""range and slice objects."""


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, "|", e)


print(range(5), range(1, 5), range(0, 10, 2), range(5, 0, -1), list(range(5, 0, -2)), len(range(0, 10, 3)), bool(range(0)))
t(range)
t(range, 1, 2, 0)
t(range, 1, 2, 3, 4)
t(range, 1.0)
t(range, "a")
t(range, None)
t(lambda: range(stop=1))
t(lambda: range(1, 2, "x"))
r = range(1, 20, 3)
print(r.start, r.stop, r.step, r[0], r[-1], r[2], r[1:3], r[::-1], r[::2], r[100:], r[-3:], r[5:1:-2])
t(lambda: r[100])
t(lambda: r[-100])
t(lambda: r["a"])
t(lambda: r[::0])
t(lambda: r[1.5])
t(lambda: setattr(r, "start", 1))
print(4 in r, 5 in r, 4.0 in r, "a" in r, True in range(3), 2**80 in range(2**81), -1 in range(0, -5, -1), None in r)
print(r.index(7), r.count(7), r.count(8), r.count("a"))
t(r.index, 8)
t(r.index, "a")
t(r.index)
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(1) == [0])
print(hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(1, 1)), {range(3): 1}[range(3)])
t(lambda: range(3) < range(4))
t(lambda: range(3) + range(4))
big = range(2**70)
t(lambda: len(big))
print(big, big[2**69], big[-1], big[5:8], 2**69 in big, big == range(0, 2**70), bool(big), big.index(2**65))
print(list(range(2**65, 2**65 + 3)), list(range(2**63 - 2, 2**63 + 2)), list(range(-(2**70), -(2**70) - 4, -2)))
it = iter(big)
print(type(it), next(it), next(it), type(iter(range(3))))
print(list(reversed(range(5))), list(reversed(range(0, 10, 3))), list(reversed(range(2**65, 2**65 + 2))), list(reversed(range(0))))
it = iter(range(5))
print(next(it), it.__length_hint__(), it.__reduce__(), list(it), it.__length_hint__())
it = iter(range(5))
it.__setstate__(3)
print(list(it))
print(type(reversed(r)), sum(range(101)), max(range(10)), sorted(range(3), reverse=True), tuple(range(2)), set(range(3)))


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(range(I(3)), list(range(I(1), I(4))), range(5)[I(2)], range(True))
print([n for n in dir(range) if not n.startswith("_")])
t(lambda: type("R", (range,), {}))
for i in range(3):
    pass
print(i, [i for i in range(10, 0, -3)], [i for i in range(0)])

s = slice(1, 10, 2)
print(s, slice(5), slice(None), slice(1, 2), slice("a", [1]), s.start, s.stop, s.step)
print(s.indices(5), slice(None).indices(3), slice(None, None, -1).indices(3), slice(-2, None).indices(5), slice(2**70).indices(2**71))
t(slice)
t(slice, 1, 2, 3, 4)
t(s.indices, -1)
t(s.indices, "a")
t(slice("a").indices, 5)
t(slice(None, None, 0).indices, 5)
print(slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1, 3), slice(1) < slice(2), slice(1, 2) != (1, 2), hash(slice(1, 2)) == hash(slice(1, 2)))
t(lambda: slice(1) < slice(None))
t(lambda: setattr(s, "start", 1))
t(lambda: hash(slice([])))
t(lambda: slice(1) < 5)
print(s.__reduce__(), {slice(1): 2}[slice(1)])


class G:
    def __getitem__(self, key):
        return key


g = G()
print(g[1:2], g[::], g[1:2, ..., 3], g[:, None], g["a":"b"])
print([n for n in dir(slice) if not n.startswith("_")])
