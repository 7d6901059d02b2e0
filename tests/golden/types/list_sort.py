"""list.sort and sorted: stability, keys, reverse, errors, mutation meanwhile."""


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, "|", e)


a = [3, 1, 2]
print(a.sort(), a, sorted([2, 1]), sorted("hello"), sorted({3: 0, 1: 0}), sorted(x for x in [2, 1]))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([-3, 2, -1], key=abs))
print(sorted([1.5, 1, True, 0.5, 2**80, -(2**70)]), sorted([(1, "b"), (1, "a"), (0, "z")]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
t(sorted, [1, "a"])
t(sorted, [None, None])
t(sorted, [1, None, 2])
t(sorted, 5)
t(sorted)
t(sorted, [1], abs)
t(sorted, [1], foo=1)
t([1].sort, abs)
t([1].sort, foo=1)
t(sorted, [1, 2], key=5)
t(sorted, ["a"], key=abs)
t(sorted, [1, 2], reverse="yes")
t(sorted, [1, 2], reverse=None)
t(sorted, [], key=None)
t(sorted, [[2], [1, 5], []])
b = [5, 3, 1]
try:
    b.sort(key=lambda x: 1 // (x - 3))
except ZeroDivisionError as e:
    print(e, b)


def changing(x):
    b.append(1)
    return x


t(b.sort, key=changing)
print(b)


class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"K{self.n}"


print(sorted([Key(3), Key(1), Key(2)]))
t(sorted, [object(), 1])


class Peek(Key):
    def __lt__(self, other):
        seen.append(len(p))
        return self.n < other.n


seen = []
p = [Peek(2), Peek(1)]
p.sort()
print(p, set(seen))


class Appends(Key):
    def __lt__(self, other):
        q.append(0)
        return self.n < other.n


q = [Appends(2), Appends(1)]
t(q.sort)
print(q)


class Raises(Key):
    def __lt__(self, other):
        if other.n == 1 or self.n == 1:
            raise ValueError("cannot")
        return self.n < other.n


q = [Raises(4), Raises(3), Raises(1), Raises(2)]
t(q.sort)
print(len(q), sorted(map(repr, q)))
state = 5


def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n


for n in (2, 10, 31, 64, 65, 100, 1000, 5000):
    xs = [random(n) for _ in range(n)]
    ys = sorted(xs)
    assert all(ys[i] <= ys[i + 1] for i in range(n - 1)) and len(ys) == n and sum(ys) == sum(xs)
    zs = sorted(range(n), key=xs.__getitem__)
    assert all((xs[zs[i]], zs[i]) < (xs[zs[i + 1]], zs[i + 1]) for i in range(n - 1))
    zs = sorted(range(n), key=lambda i: xs[i], reverse=True)
    assert all((-xs[zs[i]], zs[i]) < (-xs[zs[i + 1]], zs[i + 1]) for i in range(n - 1))
    fs = sorted(x / 3 for x in xs)
    assert fs == [y / 3 for y in ys]
    ss = sorted(str(x) for x in xs)
    assert all(ss[i] <= ss[i + 1] for i in range(n - 1))
    ts = sorted((x % 7, str(x)) for x in xs)
    assert all(ts[i] <= ts[i + 1] for i in range(n - 1))
count = 0


class Counted(Key):
    def __lt__(self, other):
        global count
        count += 1
        return self.n < other.n


for data in (range(1000), range(1000, 0, -1), [*range(500), *range(500)]):
    count = 0
    sorted(map(Counted, data))
    print(count <= 1100)
print(sorted([float("inf"), 1, float("-inf")]), sorted(["é", "z", "a", "😀"]), sorted([b"b", b"a"]))
print(max([3, 1, 2], key=lambda x: -x), min("b", "a"))
