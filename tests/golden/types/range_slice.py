"""range objects: arithmetic on demand, equality, slicing, membership; and huge ones."""

r = range(0, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:4], r[::-1], r[::2], list(r[::-2]), 9 in r, 10 in r, 9.0 in r, "a" in r, r.index(9), r.count(9), r.count(1), r.start, r.stop, r.step)
print(range(5), range(2, 5), range(5, 0, -2), list(range(5, 0, -2)), list(range(0)), list(range(5, 5)), list(range(0, -3)), bool(range(0)), bool(range(1)), range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2))
print(hash(range(3)) == hash(range(0, 3)), range(3) != range(4), range(3) == [0, 1, 2], {range(2): "key"}[range(2)], list(reversed(range(5))), list(reversed(range(0, 10, 3))), list(iter(range(3))), max(range(5)), min(range(5)), sum(range(101)))
big = range(10 ** 20, 10 ** 20 + 5)
print(big, list(big), big[2], 10 ** 20 + 3 in big, big.index(10 ** 20 + 1), len(big), big[::-1], list(reversed(big))[0])
huge = range(-2 ** 100, 2 ** 100, 2 ** 98)
print(list(huge)[1], 2 ** 99 in huge, huge[-1], 5 in huge, range(2 ** 100)[5:2 ** 90:2 ** 88])
print(list(range(2 ** 50 - 2, 2 ** 50 + 2)), list(range(-2 ** 50 + 1, -2 ** 50 - 2, -1)), list(range(2 ** 63 - 1, 2 ** 63 + 1)))
for i in range(2 ** 50 - 1, 2 ** 50 + 2):
    print(i, end=" ")
print(range(True), range(3)[True], 2 ** 70 in range(5), True in range(2), None in range(3))


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("range()", "range(1, 2, 3, 4)", "range('a')", "range(1.5)", "range(1, 2, 0)", "range(None)", "range(3)[5]", "range(3)[-4]", "range(3)['a']", "range(3)[1.0]", "range(5).index(9)", "range(5).index('a')", "range(3)[::0]", "range(3) + range(2)", "range(3) < range(4)",
               "range(3) * 2", "len(range(2 ** 70))", "range(stop=3)", "range(3).x", "range(3)()", "setattr(range(3), 'start', 1)", "hash(range(10 ** 30)) is not None", "range(3).count()", "next(range(3))", "list(range(3))[range(1)]", "range(2 ** 64)[2 ** 63]", "range(10)[2:5].index(3)"):
    attempt(source)
it = iter(range(3))
print(next(it), list(it), next(it, "done"), type(it).__name__, type(iter(big)).__name__, iter(it) is it)


class Index:
    def __index__(self):
        return 4


print(range(Index()), list(range(Index(), 0, -2)), 4 in range(5))
n = 0
for i in range(10):
    i += 5
    n += i
print(n, i)
for i in range(0):
    pass
else:
    print("else", i)
for i in range(3):
    for i in range(2):
        pass
    print(i, end=" ")
print()
a = range(10)
for x in a:
    if x == 3:
        a = range(2)
print(x, a)
total = 0
for i in range(10, -10, -3):
    total = total * 2 + i
print(total, [i for i in range(10) if i % 4 == 1], [*range(3), *range(3, 0, -1)], list(zip(range(3), range(10, 40, 10))), list(map(lambda a, b: a * b, range(3), range(5))), dict(enumerate(range(2))))
s = slice(2, 8, 2)
print(list(range(10))[s], "0123456789"[s], range(10)[s], tuple(range(10))[s], bytes(range(10))[s], s.indices(6), slice(None, -1).indices(4), slice(-1, None, -1).indices(4), slice(10, 0, -3).indices(8))
for source in ("slice()", "slice(1, 2, 3, 4)", "slice(1).indices(-1)", "slice('a').indices(5)", "slice(1, 2, 0).indices(5)", "slice(1).indices('x')", "slice('a', 'b', None)", "slice(1) < slice(None)", "setattr(slice(1), 'stop', 3)", "{slice(1): 2}"):
    attempt(source)
