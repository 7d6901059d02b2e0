"""Pairs of instructions that run as one: whatever the second finds, it is as if each had run by itself."""

import math
import traceback

BIG = (1 << 50) - 1
NAN = math.nan
INF = math.inf


def marks(function, *args):
    try:
        function(*args)
    except Exception as error:
        for line in traceback.format_exception(error)[2:]:
            print(line, end="")


# ---- items of items ----
def nested(rows, i, k):
    return rows[i][k]


def deep(cube, i, j, k):
    return cube[i][j][k]


def row_is_kept(rows, i, k):
    row = rows[i]
    item = row[k]
    return row, item


class Row(list):
    def __getitem__(self, key):
        return ("row", key)


class Table:
    def __getitem__(self, key):
        return [key, key * 2]


grid = [[1, 2, 3], [4, 5, 6]]
for _ in range(3):
    print(nested(grid, 1, 2), nested(grid, -1, 0), nested(grid, 0, -1), nested(grid, True, False))
    print(nested([(1, 2), (3, 4)], 1, 0), nested(["ab", "cd"], 1, 0), nested([{"k": 7}], 0, "k"))
    print(nested([Row([9])], 0, 0), nested(Table(), 5, 1), nested({3: [8]}, 3, 0), nested(((5, 6),), 0, 1))
    print(deep([[[1, 2], [3, 4]]], 0, 1, 0), row_is_kept(grid, 1, 1))
marks(nested, grid, 2, 0)
marks(nested, grid, 0, 3)
marks(nested, grid, 0, "x")
marks(nested, [None], 0, 0)
marks(deep, [[[1]]], 0, 0, 1)


# ---- keys by an immediate ----
def before(items, i):
    return items[i - 1]


def behind(items, i):
    return items[i + 1]


def key_is_kept(items, i):
    j = i - 1
    item = items[j]
    return j, item


for _ in range(3):
    print(before([1, 2, 3], 3), before([1, 2, 3], 0), behind([1, 2, 3], 1), behind([1, 2, 3], -2), before([1, 2], True))
    print(before("abc", 1), behind((1, 2, 3), 1), before({4: "four"}, 5), key_is_kept([1, 2, 3], 2))
    print(before({BIG - 1: 1, BIG: 2}, BIG), behind({BIG + 1: "wide"}, BIG), before({0.5: "half"}, 1.5))
marks(before, [1], 3)
marks(before, [1], -3)
marks(before, [1], 1.5)
marks(before, [1], "x")
marks(behind, [1], BIG)
marks(before, None, 1)


# ---- stores at the end of a loop ----
def fill(items, n, value):
    for i in range(n):
        items[i] = value
    return items


def fill_over(items, keys, value):
    for i in keys:
        items[i] = value
    return items


print(fill([0] * 4, 4, "x"), fill([0] * 4, 0, 1), fill([], 0, 1), fill({}, 3, 1), fill(bytearray(3), 3, 255))
print(fill_over([0] * 3, [0, 2, -1], 5), fill_over([0] * 3, iter((1, 2)), 5), fill_over({}, "ab", 1))
print(fill_over([0] * 5, range(4, -1, -2), 5))
marks(fill, [0], 2, 1)
marks(fill, (0,), 1, 1)
marks(fill, bytearray(2), 1, 256)


# ---- remainders that decide ----
def is_even(n):
    if n % 2 == 0:
        return "even"
    return "odd"


def third(n):
    if n % 3 == 1:
        return "one"
    return "other"


def of_negative(n):
    if n % -4 == -1:
        return "yes"
    return "no"


class Odd:
    def __mod__(self, n):
        return Odd()

    def __eq__(self, other):
        return other == 0

    __hash__ = None


for n in (0, 1, 7, -1, -2, -7, BIG, -BIG - 1, 1 << 70, (1 << 70) + 1, 4.0, 5.0, -3.0, True, False, Odd()):
    print(is_even(n), third(n), end="; ")
print([of_negative(n) for n in (-1, 3, 0, 7, -5, -4, 1 << 60, 2.0, 3.0)])
print([n % 8 for n in (-17, -8, -1, 0, 7, 8, BIG, -BIG - 1)], [n // 8 for n in (-17, -8, -1, 0, 7, 8, BIG, -BIG - 1)])
print([n % 1 for n in (-3, 0, 5)], [n // 1 for n in (-3, 0, 5)], [n // -1 for n in (5, -BIG - 1, BIG)], [n % -1 for n in (5, -BIG - 1)])
print(NAN % 2 == 0, is_even(NAN), is_even(INF))
marks(is_even, None)
marks(is_even, "%d")



def by_zero(n):
    if n % 0 == 0:
        return 1


marks(by_zero, 3)


# ---- loops that count ----
def count(i, n, step=None):
    rounds = 0
    while i < n:
        rounds += 1
        i += 1
    return i, rounds


def count_down(i, n):
    rounds = 0
    while i < n:
        rounds += 1
        i += -1
        if rounds > 4:
            break
    return i, rounds


class Count(int):
    def __iadd__(self, n):
        return Count(int(self) + 2 * n)


print(count(0, 5), count(5, 5), count(0.5, 3), count(0, 2.5), count(BIG - 1, BIG + 3), count(True, 3))
print(count(Count(0), 5), count_down(0, 3), count(-BIG - 1, -BIG + 2), count(0, 1 << 3), count((1 << 60), (1 << 60) + 2))
marks(count, 0, None)
marks(count, 0, "x")


# ---- products that are summed ----
def dot(a, b, c):
    return a * b + c


def dot_left(a, b, c):
    return c + a * b


def less(a, b, c):
    return c - a * b


def twice(a, b):
    return a * b + a * b


def square_sum(x, y):
    return x * x + y * y


def augmented(a, b, c):
    c += a * b
    return c


def diminished(a, b, c):
    c -= a * b
    return c


def kept(a, b, c):
    p = a * b
    s = p + c
    return p, s


def total(a, b, n):
    s = 0.0
    for _ in range(n):
        s += a * b
    return s


def total_over(pairs):
    s = 0.5
    for a, b in pairs:
        s += a * b
    return s


class Number(float):
    def __mul__(self, other):
        return Number(float(self) * other + 1)

    def __radd__(self, other):
        return ("radd", float(self), other)


class Vector:
    def __init__(self, *xs):
        self.xs = xs

    def __mul__(self, k):
        return Vector(*[x * k for x in self.xs])

    def __add__(self, other):
        return NotImplemented if other is None else ("sum", self.xs, other)

    def __radd__(self, other):
        return ("radd", other, self.xs)

    def __rsub__(self, other):
        return ("rsub", other, self.xs)

    def __iadd__(self, other):
        return NotImplemented


triples = [(1.5, 2.0, 0.25), (0.0, -1.0, 0.0), (-0.0, 1.0, -0.0), (INF, 1.0, -INF), (INF, 0.0, 1.0), (NAN, 1.0, 2.0), (1e308, 10.0, -INF),
           (2, 3, 4), (2.0, 3, 4), (2, 3.0, 4), (2.0, 3.0, 4), (BIG, 2, 1), (BIG, 1, 1), (1 << 40, 1 << 40, 0.5), (True, 2.0, False),
           (Number(2.0), 3.0, 1.0), (2.0, Number(3.0), 1.0), (2.0, 3.0, Number(1.0)), (1.5, 2.0, 0.25), ("ab", 2, "c"), ([1], 2, [3])]
for _ in range(2):
    for a, b, c in triples:
        for function in (dot, dot_left, less, augmented, diminished, kept):
            try:
                print(function.__name__, function(a, b, c), end="; ")
            except Exception as error:
                print(function.__name__, type(error).__name__, error, end="; ")
        print()
    print(twice(1.5, 2.0), twice(2, 3), square_sum(3.0, 4.0), square_sum(3, 4.0), square_sum(3, 4), twice("", 0))
    print(total(0.1, 3.0, 10), total(2, 3, 4), total(1.5, 2.0, 0), total(INF, 0.0, 2), total(BIG, BIG, 2))
    print(total_over([(1.0, 2.0), (3, 4), (0.5, 2)]), total_over(iter([(2.0, 2.0)])), total_over([]))
print(dot(Vector(1, 2), 2, 5), dot_left(Vector(1), 2, 5), less(Vector(1), 3, 4), augmented(2.0, 3.0, Vector(0)))
marks(dot, 1.5, 2.0, None)
marks(dot_left, 1.5, 2.0, "x")
marks(dot, 1.5, None, 1.0)
marks(less, 1.5, 2.0, [])
marks(augmented, 2.0, 3.0, [])
marks(total, 1.0, "x", 2)
marks(total, 1.0, [], 2)
marks(dot, Vector(1), 2, None)


def adds_last(items, start):
    for item in items:
        start += item
    return start


print(adds_last([1], Vector(3)))
marks(adds_last, [None], Vector(3))


# ---- several at once ----
def swapped(a, b):
    a, b = b, a
    return a, b


def turned(a, b, c):
    a, b, c = b, c, a
    return a, b, c


def turned_back(a, b, c):
    a, c, b = c, b, a
    return a, b, c


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def rebound(a, b):
    a, b = b, (b := 7)
    return a, b


def both(a, b, c):
    a, b, c = b, a, a
    return a, b, c


def with_constants(a, b, c):
    a, b, c = 1, a, b
    return a, b, c


def in_handler(a, b):
    try:
        a, b = b, 1 // a
    except ZeroDivisionError:
        return "kept", a, b
    return a, b


def unbound():
    x, y = y, 1
    return x


print(swapped(1, 2), turned(1, 2, 3), turned_back(1, 2, 3), fibonacci(90), gcd(1071, 462), rebound(1, 2), both(1, 2, 3))
print(with_constants(1, 2, 3), in_handler(0, 5), in_handler(1, 5))
marks(unbound)
