"""Lists that change while something is done with them."""


def show(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __init__(self, n, then=None):
        self.n, self.then = n, then

    def __index__(self):
        if self.then:
            self.then()
        return self.n


# Slice assignment from what changes the list.
a = list(range(10))


def shrinking():
    yield "x"
    del a[3:]
    yield "y"


def assign(start, stop):
    a[start:stop] = shrinking()
    return a


show(lambda: assign(5, 8))
a = list(range(10))
show(lambda: assign(-4, -2))
a = list(range(10))


def extended():
    a[::2] = shrinking()


show(extended)
print(a)
a = list(range(10))
a[Index(2) : Index(5)] = [Index(1).n] * 5
print(a)
a = list(range(10))
show(lambda: a[Index(2, a.clear) : Index(5)])
a = list(range(10))
show(lambda: a[Index(3, a.clear)])
a = list(range(10))


def delete(key):
    del a[key]
    return a


show(lambda: delete(slice(Index(2, lambda: a.pop()), None, 3)))
show(lambda: delete(Index(99)))
show(lambda: delete(slice(None, None, 0)))
show(lambda: delete("x"))
show(lambda: delete(slice("x", None)))


def store(key, value):
    a[key] = value
    return a


show(lambda: store(slice(1, 2), 5))
show(lambda: store(slice(1, 5, 2), 5))
show(lambda: store(slice(1, 5, 2), [1]))
show(lambda: store(slice(0, 100, 7), "z"))
show(lambda: store(slice(3, 1), "insert"))
show(lambda: store(slice(None, None, -1), range(len(a))))
show(lambda: store(slice(1, 5, 1), 5))
show(lambda: store(1.5, 5))
show(lambda: store(99, 5))
show(lambda: store(-99, 5))
b = [1, 2, 3]
b[:] = b
print(b)
b[1:2] = b
print(b)
b[::-1] = b
print(b)
b[len(b) :] = b
print(b)
b += b
print(b)
b *= 2
print(b)
b *= 0
print(b)
b.extend(x for x in [1, 2] if not b.append(9))
print(b)


class L(list):
    def __getitem__(self, key):
        return ("item", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __iter__(self):
        return iter("abc")


s = L([1, 2, 3])
print(s[0], s[1:], s[::2], list(s), [*s], s + [4], s * 2, s.copy(), type(s.copy()))
s[0] = 1
s[1:2] = [7]
del s[0]
del s[:]
c = [0]
c[:] = s
print(c)
c.extend(s)
c += s
print(c, len(s))
x, y, z = s
print(x, y, z)

# Comparing may change what is compared.


class Clears:
    def __init__(self, victim, answer):
        self.victim, self.answer = victim, answer

    def __eq__(self, other):
        self.victim.clear()
        return self.answer


for answer in (True, False):
    v = [1, 2]
    v.append(Clears(v, answer))
    v.append(5)
    show(lambda: 7 in v)
    v[:] = [1, 2, Clears(v, answer), 5]
    show(lambda: v.index(7))
    v[:] = [1, 2, Clears(v, answer), 5]
    show(lambda: v.count(7))
    v[:] = [1, 2, Clears(v, answer), 5]
    show(lambda: v.remove(7))
    v[:] = [1, 2, Clears(v, answer), 5]
    show(lambda: v == [1, 2, 3, 4])
    show(lambda: v)

# Sorting.
d = [3, 1, 2]


def key(x):
    print("in", d)
    return x


d.sort(key=key)
print(d)


def appending(x):
    d.append(x)
    return x


show(lambda: d.sort(key=appending))
print(d)


def failing(x):
    if x == 2:
        raise KeyError(x)
    return -x


show(lambda: d.sort(key=failing))
print(sorted(d))


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        assert len(e) <= 1
        if self.n == 5 and other.n == 4:
            e.append(1)
        return self.n < other.n

    def __repr__(self):
        return f"I{self.n}"


e = [Item(n) for n in (4, 5, 2, 9)]
show(e.sort)
print(e)
e = [Item(n) for n in (9, 1, 7)]
show(e.sort)
print(e)
f = [2.5, -1.0, float("inf"), 0.0, -0.0]
f.sort()
print(f)
f.sort(reverse=True)
print(f)
print(sorted(["b", "a", "é", "ab", ""], reverse=True))
print(sorted([3, True, 2.5, False, 1 << 70, -(1 << 70)]))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]))
g = [(1, "first"), (0, "x"), (1, "second"), (0, "y")]
print(sorted(g, key=lambda p: p[0]), sorted(g, key=lambda p: p[0], reverse=True))
show(lambda: sorted([1, "a"]))
show(lambda: [1].sort(5))
for n in (1 << 60, 1 << 62, 1 << 64):
    for left in ([0], [0, 1], (0, 1), [None] * 9):
        show(lambda: left * n)
        show(lambda: len(left.__rmul__(-n)))
h = [1]
try:
    h *= 1 << 61
except MemoryError:
    print("MemoryError", h)
