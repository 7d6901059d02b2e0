"""list: methods, slices, operators, errors."""


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, "|", e)


a = [1, 2, 3]
print(a, [], [[]], [1, "a", None, 2.5], len(a), a[0], a[-1], a[True])
t(lambda: a[3])
t(lambda: a[-4])
t(lambda: a["x"])
t(lambda: a[1.0])
t(lambda: a[None])
t(lambda: a[2**80])
t(lambda: a[1, 2])
t(lambda: a.__setitem__(3, 0))
t(lambda: a.__setitem__("x", 0))
t(lambda: a.__delitem__(9))
t(lambda: a.__delitem__("x"))
t(list, 5)
t(list, [1], [2])
t(lambda: list(iterable=[1]))
print(list("abc"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "ab"))
t(a.append, 4)
t(a.append)
t(a.append, 1, 2)
t(a.extend, (5, 6))
t(a.extend, 5)
t(a.extend, a)
print(a)
t(a.insert, 0, "first")
t(a.insert, -1, "x")
t(a.insert, 100, "end")
t(a.insert, -100, "start")
t(a.insert, "a", 1)
t(a.insert, 1)
print(a)
t(a.pop)
t(a.pop, 0)
t(a.pop, -2)
t(a.pop, 100)
t(a.pop, "x")
t([].pop)
t([].pop, 0)
t(a.remove, "first")
t(a.remove, "nothing")
print(a)
t(a.index, 3)
t(a.index, 3, 4)
t(a.index, 3, -5, -1)
t(a.index, 99)
t(a.index, 1, 1, 2)
t(a.index, 1, None)
t(a.index)
t(a.count, 3)
t(a.count, "q")
t(a.reverse)
print(a, a.copy() == a, a.copy() is a)
t(a.copy, 1)
a.clear()
print(a)

# slices
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[::-1], a[-3:], a[5:2], a[100:], a[-100:2], a[8:1:-3], a[None:None:None])
print(a[True:3], a[-1:-4:-1], a[:: 2**70], a[-(2**70) : 2**70])
t(lambda: a[::0])
t(lambda: a["a":])
t(lambda: a[1.5:])
b = a[:]
b[2:5] = ["x"]
print(b)
b[1:1] = [7, 8, 9]
print(b)
b[:] = []
print(b)
b[5:] = "abc"
print(b)
b = a[:]
b[::2] = "abcde"
print(b)
t(lambda: b.__setitem__(slice(None, None, 2), "abc"))
t(lambda: b.__setitem__(slice(None, None, -1), range(3)))
t(lambda: b.__setitem__(slice(0, 2), 5))
t(lambda: b.__setitem__(slice(0, 6, 2), 5))
b[::-1] = range(10)
print(b)
b[5:2] = ["ins"]
print(b)
b[2:8:-1] = []
print(b)
b[1:3] = b
print(b)
del b[0]
del b[-1]
del b[2:4]
print(b)
del b[::3]
print(b)
del b[::-2]
print(b)
del b[10:]
del b[:]
print(b)

# operators
print([1] + [2], [1, 2] * 2, 2 * [1], [1] * 0, [1] * -5, [] * 5, [[]] * 2)
t(lambda: [1] + (2,))
t(lambda: [1] + None)
t(lambda: (2,) + [1])
t(lambda: [1] * "a")
t(lambda: [1] * 1.5)
t(lambda: [1] * [2])
t(lambda: [1] - [1])
t(lambda: [1] * 2**70)
t(lambda: -[1])
c = d = [1]
c += (2, 3)
c *= 2
print(c, d is c)
c += "xy"
c *= 0
print(c)
try:
    c += 5
except TypeError as e:
    print(e)
try:
    c *= "a"
except TypeError as e:
    print(e)
print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], [1, 2] <= [1, 2], [] < [1], [1, 2] == [1, 2], [1] != [2], [1] == (1,))
t(lambda: [1] < (1,))
t(lambda: [1] < ["a"])
t(lambda: ["a", 1] < ["a", None])
print(3 in [1, 2, 3], [1] in [[1]])
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan].index(nan), [nan].count(nan), [1.0, True].count(1))
t(lambda: hash([]))
t(lambda: [].nope)
t(lambda: setattr([], "x", 1))
r = [1]
r.append(r)
r.append((r, {0: r}))
print(r)
t(lambda: r == r)
t(lambda: [1, [2, [3]]])
print([*"ab", *[1, 2]], [x for x in range(5) if x % 2], [(i, j) for i in range(2) for j in "ab"])
x, *y, z = [1, 2, 3, 4]
print(x, y, z)


class L(list):
    pass


m = L([1, 2])
m.attr = 1
print(m, type(m), type(m + [3]), type(m[:]), type(m * 2), type(m.copy()), m == [1, 2], repr(m), L(), m.attr)


class I:
    def __index__(self):
        return 1


print(a[I()], a[I() :][:2], [0] * I(), a.pop(I()), a[: I()])


class Bad:
    def __index__(self):
        return "x"


t(lambda: a[Bad()])


class NoEq:
    def __eq__(self, other):
        raise ValueError("no comparing")


t(lambda: NoEq() in [1])
t(lambda: [1].index(NoEq()))
t(lambda: [NoEq()].count(1))
t(lambda: [NoEq()].remove(1))
t(lambda: [NoEq()] == [1])


class Shrinks:
    def __init__(self, of):
        self.of = of

    def __eq__(self, other):
        self.of.clear()
        return False


w = []
w.extend([Shrinks(w), Shrinks(w), 3])
t(lambda: 3 in w)
w.extend([Shrinks(w), 2])
t(w.index, 2)
w.extend([Shrinks(w), 2])
t(w.count, 2)
w.extend([Shrinks(w), 2])
t(lambda: w == [1, 2])
w.extend([Shrinks(w), 2])
t(w.remove, 2)


def gen(target):
    for i in range(3):
        target.clear()
        yield i


w = [9, 9, 9]
w.extend(gen(w))
print(w)
w = [9, 9, 9]
w[1:2] = gen(w)
print(w)
it = iter([1, 2, 3])
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__())
it.__setstate__(0)
print(list(it), it.__reduce__(), it.__length_hint__())
it = reversed([1, 2, 3])
print(type(it), next(it), it.__length_hint__(), it.__reduce__(), list(it), it.__reduce__())
grow = [1, 2, 3]
out = []
for v in grow:
    out.append(v)
    if len(grow) < 6:
        grow.append(v * 10)
print(out)
for v in grow:
    grow.remove(v)
print(grow, list[int], [n for n in dir(list) if not n.startswith("_")])
print([1, 2].__class__, [].__len__(), [1].__contains__(1), [3, 1].__getitem__(1), [1].__add__([2]), [1].__eq__(1), [1].__rmul__(2))
t([1].__add__, 1)
t([1].__iadd__, 1)
t([1].__mul__, "a")
t([].__init__, 5)
z = [1, 2, 3]
z.__init__("ab")
print(z)
z.__init__()
print(z, list.__new__(list, 1, 2, 3))
