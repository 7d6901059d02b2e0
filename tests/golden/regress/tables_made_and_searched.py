"""Sets and dicts made of others, in CPython's order; keys that are tuples, texts and numbers; searches after deletions."""


def ordered(s):
    return list(s), len(s)


for n in (0, 1, 4, 5, 6, 9, 20, 40, 100):
    a = {i * 3 for i in range(n)}
    for m in (0, 1, 3, 5, 10, 33):
        b = {i * 7 + 1 for i in range(m)}
        print(n, m, ordered(a | b), ordered(a & b), ordered(a - b), ordered(a ^ b))
    copy = set(a)
    print(ordered(copy), copy == a, copy is a, ordered(a.copy()), ordered(frozenset(a)), ordered(set(list(a))), ordered(set(tuple(a))))
    copy.add(-5)
    copy.discard(3)
    print(ordered(copy), ordered(a), ordered(copy | a), ordered(a.union(copy, [1000])))
holes = set(range(30))
for i in range(0, 30, 2):
    holes.remove(i)
print(ordered(holes), ordered(set(holes)), ordered(holes | {100, 101}), ordered({100, 101} | holes), ordered(holes.copy()))
print(ordered({3, 1, 2} | frozenset([9, 8])), type(frozenset([1]) | {2}).__name__, type({2} | frozenset([1])).__name__)


class Mine(set):
    def __init__(self, *args):
        print("init", len(args))
        super().__init__(*args)


class Plain(set):
    pass


class Row(list):
    pass


class Table(dict):
    pass


print(ordered(Mine([3, 1])), type(Mine()).__name__, ordered(Plain({1, 2})), type(Plain([1]) | {2}).__name__)
row, table = Row([1, 2]), Table({"a": 1})
row.extra, table.extra = 1, 2
print(row, row.extra, type(row).__name__, table, table.extra, type(table).__name__, Row(), Table(), Row("ab"), Table([("k", 1)]), Table(k=2))
print(list(range(3)), list(), list("aé"), list([1]), list({5: 1}), dict([(1, 2)]), dict({1: 2}), dict(), dict(a=1), set("a"), set())
given = [1, 2]
made = list(given)
made.append(3)
print(given, made, list(map(list, [(1,), [2], "x"])), list(map(set, [[1], (2,)])), list(map(dict, [[(1, 2)], {3: 4}])))
for call in (
    lambda: list(1), lambda: set(1), lambda: dict(1), lambda: list(1, 2), lambda: set(1, 2), lambda: dict(1, 2), lambda: set([[]]),
    lambda: list(x=1), lambda: set(x=1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {[]}, lambda: {{}: 1}, lambda: {([],): 1},
    lambda: {x for x in [[]]}, lambda: {x: 1 for x in [[]]},
):  # fmt: skip
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Odd(list):
    __init__ = set.__init__


try:
    Odd([1])
except TypeError as error:
    print(error)

keys = [(1, 2), (1.0, 2), (True, 2), (1, 2, 3), (), ("a", 1), ("a", 1.0), ((1, 2), "x"), ((1.0, 2), "x"), (b"a",), (None,), (-1,), (-2,), -1, -2, 1.5, "k", b"k"]
d = {}
for i, key in enumerate(keys):
    d[key] = i
print(d)
print([d.get(key) for key in keys], (1, 2) in d, (2, 1) in d, ("a",) in d, d.get((1, 2.5), "no"), d[((True, 2.0), "x")])
nan = float("nan")
t = (nan, 1)
print({t: 1}[t], t in {t}, {nan: 1}[nan])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        if isinstance(other, int) and other == 9:
            big.pop(9, None)
        return isinstance(other, Key) and self.n == other.n


big = {i: i for i in range(20)}
big[Key(3)] = "key"
print(big[Key(3)], big[3], Key(9) in big, 9 in big, {(Key(1), 2): "deep"}[(Key(1), 2)])

for size in (6, 30, 200, 40_000):
    table, model = {}, []
    state = 12345
    for i in range(size * 4):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        key = state % size
        key = (key, str(key)) if key % 3 == 0 else f"k{key}" if key % 3 == 1 else key
        if state & 0x30000 and key in table:
            del table[key]
        else:
            table[key] = i
    print(size, len(table), sum(table.values()), hash(tuple(table.values())), list(table)[:3], list(table)[-2:], len(table.copy()), table == dict(table))
growing = {1, 2, 3}
try:
    for x in growing:
        growing.add(x + 10)
except RuntimeError as error:
    print(error)
try:
    for x in growing:
        growing.discard(x)
        growing.add(-x)
        if x < -100:
            break
except RuntimeError as error:
    print(error)
it = iter({1, 2, 3})
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
print(list(zip(*[[i, i * 2] for i in range(12)])), [list(c) for c in zip("ab", [1, 2, 3], (4, 5))], list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
print(list(map(str, [1, None])), list(map(len, [])), list(zip([1], [2], strict=True)), list(zip()), next(iter(zip([1, 2], "ab"))))
for strict in (([1, 2], [1]), ([1], [1, 2]), ([1, 2],)):
    try:
        print(list(zip(*strict, strict=True)))
    except ValueError as error:
        print(error)
print(sum(b"\x01\xff"), sum(bytearray(b"abc"), 5), sum(b"", 2**60), sum(b"a", 0.5), sum([]), sum(memoryview(b"ab")))
for text in ("", "a", "abcdef", "aéz"):
    print([text[a:b:-1] for a in (None, 0, 2, -1, 9, -9) for b in (None, 0, 1, -2, 9, -9)])
print([1, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8], [*(1, 2, 3), 4], [0, *"ab", *(1,), *[2]], [*range(3)])
grown = [iter(x) for x in ([1], (1,), "a", "é", range(2), {1: 2}, {3})]
print([type(x).__name__ for x in grown], [list(x) for x in grown])
lists = [[1, 2, 3], [4, 5, 6]]
for a, b in zip(*lists):
    lists[0].append(a) if a < 3 else None
    print(a, b, end="; ")
print(lists)
