"""set and frozenset: construction, methods, operators, order of ints, errors."""


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, "|", e)


print({3, 1, 2}, set(), frozenset(), frozenset([2, 1]), {1, 1.0, True}, {100, 5, -1, 70, 8})
print(set(range(20, 0, -3)), set([1000, 3, 64, 65, 128]), {2**61 - 1, 0, 5}, {-2, -1})
print(set("a"), set([None]), set({1: 2}), {*range(5), *[9]})
t(set, 5)
t(set, 1, 2)
t(set, [[]])
t(lambda: {[]})
t(lambda: {1, {2}})
t(frozenset, [{}])
t(lambda: set(a=1))
t(lambda: frozenset(a=1))
s = {1, 2, 3}
print(len(s), 2 in s, 9 in s, bool(s), bool(set()))
t(lambda: [] in s)
print({frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])}, set() in s)
t(s.add, 4)
t(s.add, [])
t(s.add)
t(s.remove, 4)
t(s.remove, 4)
t(s.remove, {1})
t(s.remove, [])
t(s.discard, 99)
t(s.discard, [])
print(s, s.pop(), s.pop(), s)
s.pop()
t(s.pop)
t(s.pop, 1)
s = {1, 2, 3, 4}
print(s & {3, 4, 5}, s | {9}, s - {1}, s ^ {4, 5})
print(s.intersection([3, 4, 5]), s.union([9], (8,)), s.difference([1], [2]), s.symmetric_difference([4, 5]))
print(s.union(), s.intersection(), s.difference(), s.intersection([1, 2], [2, 3]))
t(s.union, 5)
t(s.intersection, 5)
t(s.difference, 5)
t(s.symmetric_difference, 5)
t(s.symmetric_difference)
t(lambda: s | [1])
t(lambda: s & "a")
t(lambda: s - None)
t(lambda: s ^ 5)
t(lambda: [1] | s)
print(s.issubset(range(10)), s.issuperset([1]), s.isdisjoint([7]), s.isdisjoint({1}), s.issubset([1]))
t(s.issubset, 5)
t(s.isdisjoint, 5)
print(s <= s, s < s, s < {1, 2, 3, 4, 5}, s > {1}, s >= {1, 9}, s == {4, 3, 2, 1}, s != {1}, s == [1])
t(lambda: s < [1])
t(lambda: s <= 5)
s |= {7}
s &= {1, 2, 7}
s -= {2}
s ^= {1, 3}
print(s)
try:
    s |= [1]
except TypeError as e:
    print(e)
try:
    s -= 5
except TypeError as e:
    print(e)
t(s.update, [10, 11], {12})
t(s.intersection_update, [10, 11, 7], [10, 7])
t(s.difference_update, [10])
t(s.symmetric_difference_update, [7, 8])
print(s)
s.update()
s.clear()
print(s)
t(hash, s)
print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(frozenset()), hash(frozenset([1, 2, 3])))
f = frozenset([1, 2])
print(f | {3}, {3} | f, type(f | {3}), type({3} | f), f == {1, 2}, {1, 2} == f, {f: 1}[frozenset([2, 1])])
print(f.copy() is f, frozenset(f) is f, f.union() is f, set(f), f | f, f & f, f - f, f ^ f)
t(lambda: f.add)
t(lambda: f.__ior__)
f2 = f
f2 |= {5}
print(f, f2)


class S(set):
    pass


class F(frozenset):
    pass


x = S([1, 2])
x.attribute = 1
print(x, type(x | {3}), type(x & {1}), type({3} | x), type(x.copy()), type(x.union([1])), type(x - {1}))
y = F([1])
print(y, type(y | {3}), type(y.copy()), type(y.union()), frozenset(y) is y, y == frozenset([1]), hash(y) == hash(frozenset([1])))
print(S(), F(), S("a"), repr(S([1])))
q = set()
q.add(F([1]))
print(q)


class R(set):
    def __init__(self, items, extra):
        super().__init__(items)
        self.extra = extra


print(R([1, 2], 5), R([1], 2).extra)


def change():
    z = {1, 2, 3}
    for v in z:
        z.add(v + 10)


t(change)


def remove():
    z = {1, 2, 3}
    for v in z:
        z.discard(v)


t(remove)
it = iter({1, 2, 3})
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), list(it))
print(sorted(it.__reduce__()[1]), sorted({3, 1}), {1, 2}.__reduce__(), F([1]).__reduce__())
s = set()
s.add(frozenset([frozenset()]))
print(s)
print(set([1, 2, 3, 10, 20, 30, 400, 5000, 60000]))
big = set(range(0, 100000, 7))
print(len(big), sum(big), list(big)[:5], 7 in big, 8 in big)
big -= set(range(0, 100000, 14))
print(len(big), min(big), len(big & set(range(1000))), len(big | {1}), len(big ^ {7, 1}))
while len(big) > 3:
    big.pop()
print(big)
print({1, 2} == frozenset({1, 2}), set[int], frozenset[int])
print([n for n in dir(set) if not n.startswith("_")])
print([n for n in dir(frozenset) if not n.startswith("_")])
print({x for x in range(10) if x % 3}, {(1, 2), (1, 2)}, set() == frozenset(), {0, False, 0.0, 0j})
