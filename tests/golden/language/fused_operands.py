"""More pairs that run as one: attributes and constants as operands, sums that are returned, differences that are arguments."""

import math
import sys
import traceback


def marks(function, *args):
    try:
        function(*args)
    except Exception as error:
        for frame in traceback.extract_tb(error.__traceback__, limit=4)[1:]:
            print(frame.name, frame.lineno, frame.colno, frame.end_lineno, frame.end_colno)
        print(type(error).__name__, error)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Computed:
    @property
    def x(self):
        return 2.5

    y = 0.5


def scaled(p, k):
    return p.x * k


def scaled_left(p, k):
    return k * p.x


def dot(p, q):
    return p.x * q.x + p.y * q.y


def plus(p, q):
    return p.x + q.x, p.y + q.y


def minus(p, q):
    return p.x - q.x, p.y - q.y


def square(p):
    return p.x * p.x


def kept(p, k):
    x = p.x
    y = x * k
    return x, y


def moved(p, q, dt):
    p.x += dt * q.x
    p.y -= q.y
    p.y *= q.x
    return p.x, p.y


def total(points):
    s = 0.0
    for p in points:
        s += p.x
    return s


class Strange:
    def __mul__(self, other):
        return "mul", other

    def __rmul__(self, other):
        return "rmul", other

    def __radd__(self, other):
        return "radd", other

    def __rsub__(self, other):
        return "rsub", other


values = [1.5, 2, -0.0, math.inf, math.nan, 1 << 50, (1 << 50) - 1, True, "ab", None, Strange(), 0.25]
for kind in (Point, Slotted):
    for x in values:
        for y in (2.0, 3, math.inf):
            p, q = kind(x, 1.5), kind(y, 2.5)
            for function in (scaled, scaled_left):
                try:
                    print(function(p, y), end=" ")
                except TypeError as error:
                    print(error, end=" ")
            for function in (dot, plus, minus):
                try:
                    print(function(p, q), function(q, p), end=" ")
                except TypeError as error:
                    print(error, end=" ")
        print()
    print(square(kind(1.5, 0)), square(kind(3, 0)), kept(kind(1.5, 0), 2.0), kept(kind(2, 0), 3))
    print(moved(kind(1.0, 2.0), kind(0.5, 0.25), 0.5), moved(kind(1, 2), kind(3, 4), 5))
    print(total([kind(1.5, 0), kind(2, 0), kind(0.25, 0)]))
print(scaled(Computed(), 2.0), dot(Computed(), Point(1.0, 1.0)), total([Point(1.0, 0), Slotted(2.0, 0), Computed()]))
late = Point(1.5, 1.5)
print(scaled(late, 2.0))
del late.x
marks(scaled, late, 2.0)
marks(scaled_left, Point(None, 0), 2.0)
marks(minus, Point(1.0, 0), Point("x", 0))
marks(plus, Point([], 0), Point(1.0, 0))
marks(scaled, object(), 1.0)
Point.x = property(lambda self: 4.5)
print(scaled(Point.__new__(Point), 2.0), scaled(late, 2.0))


def by_constant(n, start):
    s = start
    for _ in range(n):
        s += 1.5
    return s


def by_constant_over(items, start):
    for _ in items:
        start += 0.5
    return start


class Adding:
    def __add__(self, other):
        return ("sum", other)

    def __iadd__(self, other):
        return NotImplemented


print(by_constant(4, 0.0), by_constant(4, 0), by_constant(0, 0), by_constant(3, math.inf), by_constant(3, -0.0), by_constant(3, 1 << 60))
print(by_constant_over([1, 2, 3], 1.0), by_constant_over(iter("ab"), 1), by_constant_over({1: 2}, True), by_constant(1, Adding()))
marks(by_constant, 2, "x")
marks(by_constant, 2, Adding())


def clear(flags, start, stop, step):
    for j in range(start, stop, step):
        flags[j] = False
    return flags


def mark(cells, keys):
    for key in keys:
        cells[key] = "*"
    return cells


print(clear([True] * 9, 0, 9, 2), clear([1, 2, 3], 2, -1, -1), clear([], 0, 0, 1), clear(bytearray(b"abc"), 0, 3, 1), clear({}, 0, 3, 1))
print(mark([0] * 4, [0, -1]), mark({}, "ab"), mark([0], ()), mark([0] * 3, range(3)))
marks(clear, [1], 0, 2, 1)
marks(clear, (1,), 0, 1, 1)
marks(mark, [1], [None])


def summed(a, b):
    return a + b


def later(a, b):
    yield a
    return a + b


def delegated(a, b):
    result = yield from later(a, b)
    yield result


async def awaited(a, b):
    return a + b


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


for a, b in [(1, 2), (1.5, 2), ("a", "b"), ((1 << 50) - 1, 1), (-(1 << 50), -1), ([1], [2]), (True, 1), (2, 3)]:
    print(summed(a, b), list(delegated(a, b)), run(awaited(a, b)), (lambda x, y: x + y)(a, b))
marks(summed, 1, None)


class Sum:
    def __init__(self, n):
        self.n = n

    def __call__(self, k):
        return self.n + k

    def __eq__(self, other):
        return self.n + other

    def __len__(self):
        return self.n + 1


print(Sum(2)(3), Sum(1) == 1, len(Sum(4)), sorted([3, 1, 2], key=lambda n: n + 1), list(map(lambda n: n + n, [1, 2.5, "c"])))


def factorial(n):
    if n < 2:
        return 1
    return n * factorial(n - 1)


def sum_down(n):
    return 0 if n == 0 else n + sum_down(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def apply(f, n):
    return f(n - 1)


def twice(f, n):
    return f(f(n) - 1)


def last_of_two(f, n):
    return f(n, n - 1)


print(factorial(20), factorial(25), sum_down(100), ackermann(2, 3))
for f in (lambda n: n, str, factorial, lambda n=5: n, Sum(1), bool, lambda *n: n):
    print(apply(f, 3), apply(f, 3.5), apply(f, -(1 << 50)), apply(f, True), end="; ")
print(twice(lambda n: n * 2, 3), last_of_two(lambda a, b: (a, b), 4), last_of_two(divmod, 4), last_of_two(lambda a, b=0: a, 4))
marks(apply, factorial, "x")
marks(apply, 5, 1)
marks(apply, lambda: 1, 1)
marks(last_of_two, lambda a: a, 1)
depth = sys.getrecursionlimit()
sys.setrecursionlimit(150)
try:
    sum_down(300)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(depth)


def countdown(n):
    return shown(n) if n < 1 else countdown(n - 1)


def shown(n):
    return "end", n


print(countdown(3), countdown(0.5), countdown(2.5), countdown(-(1 << 50)))
first = countdown
for other in (str, lambda n: n * 2, first, Sum(5), lambda *n: n, lambda n, m=7: (n, m), print, first, bool):
    countdown = other
    print(first(3), first(3.5))
del countdown
marks(first, 2)
countdown = None
marks(first, 2)
countdown = first
print(first(3))
elsewhere = type(first)(first.__code__, {"countdown": lambda n: ("elsewhere", n), "shown": shown})
print(elsewhere(3), first(3), elsewhere(4), first(4))


def walked(n):
    yield n
    if n:
        yield from walked(n - 1)


print(list(walked(4)))
marks(first, "x")
countdown = lambda n: first(None)
marks(first, 2)
