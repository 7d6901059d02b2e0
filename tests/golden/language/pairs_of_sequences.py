"""Loops over `zip` and `enumerate` of lists and tuples, which change meanwhile."""


def pairs(a, b, act=None):
    out = []
    for i, (x, y) in enumerate(zip(a, b)):
        out.append((x, y))
        if act:
            act(i)
    return out


def plain(iterable, act=None):
    out = []
    for x, y in iterable:
        out.append((x, y))
        if act:
            act(len(out))
        if len(out) > 40:
            break
    return out


for _ in range(3):
    print(pairs([1, 2, 3], [4, 5]), pairs((1, 2), (3, 4, 5)), pairs([], [1]), pairs([1], ()), plain(zip([1, 2], (3, 4))))
a, b = [1, 2, 3, 4], [5, 6, 7, 8]
print(plain(zip(a, b), lambda n: a.pop() if n == 1 else None), a)
a, b = [1, 2], [5, 6, 7, 8]
print(plain(zip(a, b), lambda n: a.append(n) if n < 6 else None), a)
a = [1, 2, 3]
print(plain(zip(a, a), lambda n: a.clear()), a)
it = iter([1, 2, 3, 4, 5])
print(plain(zip(it, it)), list(it))
it, other = iter([1, 2, 3]), iter([9])
print(plain(zip(it, other)), list(it), list(other))
it, other = iter([1]), iter([9, 8, 7])
print(plain(zip(it, other)), list(it), list(other))
z = zip([1, 2, 3], [4, 5, 6])
for x, y in z:
    print(x, y, next(z))
    break
print(list(z))
try:
    for x, y in zip([1, 2], [3], strict=True):
        print(x, y)
except ValueError as error:
    print(error)
try:
    for x, y in zip([1], [3, 4], strict=True):
        print(x, y)
except ValueError as error:
    print(error)

for start in (0, -1, 2**50 - 2, 2**50 - 1, 2**50, 2**63 - 2, 2**70):
    print(plain(enumerate([7, 8, 9], start)), plain(enumerate((7, 8), start)))
a = [1, 2, 3]
print(plain(enumerate(a), lambda n: a.append(0) if n < 5 else None), plain(enumerate(a), lambda n: a.pop()))
print(plain(enumerate(range(3))), plain(enumerate("abc")), plain(enumerate({1: 2})), plain(enumerate(iter([5, 6]))), plain(enumerate(x for x in "xy")))


class L(list):
    pass


class Own(list):
    def __iter__(self):
        return iter("own")


class Pairs(zip):
    def __next__(self):
        x, y = super().__next__()
        return y, x


class Numbers(enumerate):
    pass


print(plain(zip(L([1, 2]), Own([3, 4]))), plain(enumerate(L("ab"))), plain(enumerate(Own("ab"))))
print(plain(Pairs([1, 2], [3, 4])), plain(Numbers([5, 6], 3)))
print(plain(zip(range(3), [1, 2, 3])), plain(zip([1, 2], {3: 4, 5: 6})), plain(zip("ab", b"cd")), plain(zip(reversed([1, 2]), [3, 4])))
e = enumerate([1, 2, 3])
for i, x in e:
    print(i, x, e.__reduce__()[1][1])
z = zip([1, 2], (3, 4))
for x, y in z:
    pass
print(next(z, "end"), next(e, "end"))
try:
    for x, y in zip([1], [2], [3]):
        pass
except ValueError as error:
    print(error)
i = iter([1, 2, 3])
i.__setstate__(2)
print(plain(zip(i, [9, 9])))
print(sum(x * y for x, y in zip([1, 2, 3], [4, 5, 6])), [x + y for x, y in zip((1, 2), [3, 4])], {x: y for x, y in enumerate("ab")}, {x - i for i, x in enumerate([5, 5])})
