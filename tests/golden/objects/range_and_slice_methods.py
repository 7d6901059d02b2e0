"""range and slice: construction, huge bounds, comparison, hashing, indices and the text of errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


big = 2**100
r = range(2, 20, 3)
ask(r'''
range(5), range(1, 5), range(5, 1, -1), range(0), range(Index(3)), range(True), range(big), range(-big, big, big), repr(range(1, 2, 1)), repr(range(1, 2, 2))
range()
range(1, 2, 3, 4)
range(1.5)
range("a")
range(1, 2, 0)
range(None)
range(1, None)
range(stop=5)
r.start, r.stop, r.step, len(r), r[0], r[-1], r[1:3], r[::-1], r[10:], r[-2:], r[::2], r[Index(1)], r[True]
r[6]
r[-7]
r["a"]
r[1.0]
r[None]
r[::0]
range(big)[big - 1], range(big)[-1], range(big)[5:10], range(big)[big - 3:], range(0, big, 7)[3], range(big, 0, -big // 3)[2]
range(big)[big]
len(range(big))
range(big).__len__()
range(2**63 - 1).__len__(), len(range(-5, 5)), len(range(5, 5)), len(range(0, 10, 100)), len(range(10, 0, 1))
5 in r, 6 in r, 5.0 in r, "5" in r, big in range(big), big - 1 in range(big), True in range(2), -1 in range(0, -5, -1), Index(5) in r, 5.5 in r
r.index(5), r.count(5), r.count(6), r.count("a"), range(big).index(big - 1), range(3).index(True), range(3).count(1.0)
r.index(6)
r.index("a")
r.index(-1)
r.index()
r.count()
range(5) == range(0, 5), range(0) == range(5, 5), range(1, 2, 5) == range(1, 3, 9), range(3) == [0, 1, 2], range(3) != range(4), hash(range(0)) == hash(range(3, 3)), hash(range(1, 2, 5)) == hash(range(1, 3, 9)), r.__eq__(5)
r < r
r + r
r * 2
bool(range(0)), bool(range(1)), list(r), tuple(reversed(r)), sum(r), max(r), min(r), sorted(r, reverse=True), list(range(big, big + 3)), list(reversed(range(big, big + 2))), list(range(3, 0, -1))
max(range(0))
iter(r).__length_hint__(), iter(range(big)).__length_hint__(), iter(r).__reduce__(), r.__reduce__(), range(big).__reduce__()[1] == (0, big, 1), iter(range(big)).__class__.__name__, reversed(r).__class__.__name__
iter(r).__setstate__(3), next((i := iter(r), i.__setstate__(2))[0]), next((i := iter(r), i.__setstate__(99))[0], "end"), next((i := iter(r), i.__setstate__(-5))[0])
setattr(r, "start", 1)
setattr(r, "x", 1)
type("R", (range,), {})
r.__class__, range.__doc__[:15], r.__bool__(), r.__getitem__(1), r.__contains__(2), r.__hash__() == hash(range(2, 20, 3))
slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice("a", [], 1.5), repr(slice(1)), slice(1, 2).start, slice(1, 2).stop, slice(1, 2).step
slice()
slice(1, 2, 3, 4)
slice(start=1)
slice(5).indices(3), slice(-5, None).indices(3), slice(None, None, -1).indices(3), slice(1, 100, 2).indices(10), slice(None, None, 2**70).indices(5), slice(-big, big).indices(7), slice(Index(1), Index(2)).indices(5), slice(5, -9, -2).indices(6), slice(0).indices(0), slice(3, 1).indices(big)
slice(1).indices(-1)
slice(1).indices("a")
slice(1, 2, 0).indices(5)
slice("a").indices(5)
slice(1.5).indices(5)
slice(1).indices()
slice(1, 2) == slice(1, 2), slice(1) != slice(2), slice(1, 2) < slice(1, 3), slice(None) == slice(None, None, None), slice(1) == 1, hash(slice(1, 2)) == hash(slice(1, 2)), slice(1) >= slice(1)
slice(1) < slice("a")
slice(1) < 5
hash(slice([]))
slice(1).__reduce__(), slice(1, 2, 3).__reduce_ex__(2)[1]
setattr(slice(1), "start", 5)
type("S", (slice,), {})
''')
