"""Operators at places that have seen one kind of number and meet another."""

import math

nan, inf = float("nan"), float("inf")


class Meters(float):
    def __add__(self, other):
        return f"{float(self)} m + {other}"

    __radd__ = lambda self, other: f"{other} + {float(self)} m"
    __lt__ = lambda self, other: f"lt {other}"
    __iadd__ = lambda self, other: f"+= {other}"


class Count(int):
    def __mul__(self, other):
        return f"{int(self)} times {other}"

    __rmul__ = lambda self, other: f"{other} by {int(self)}"
    __itruediv__ = lambda self, other: f"/= {other}"
    __index__ = lambda self: 1


class Odd:
    __repr__ = lambda self: "Odd()"

    def __bool__(self):
        print("asked")
        return False


def show(x):
    if isinstance(x, float) and x != x:
        return "nan"
    return repr(x)


def attempt(name, function, *args):
    try:
        print(name, show(function(*args)))
    except Exception as error:
        print(name, type(error).__name__, error)


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def modulo(a, b):
    return a % b


def power(a, b):
    return a ** b


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imodulo(a, b):
    a %= b
    return a


def ipower(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


ARITHMETIC = [add, sub, mul, truediv, floordiv, modulo, power, iadd, isub, imul, itruediv, ifloordiv, imodulo, ipower]
BITS = [and_, or_, xor, lshift, rshift, iand, ior, ixor, ilshift, irshift]
TOP = 2**50 - 1
PAIRS = [
    (1, 2), (1.5, 0.25), (1.5, 0.25), (3, 0.5), (0.5, 3), (1, 2), (-7, 2), (7, -2), (-7.5, 2), (True, 2), (0.5, True),
    (True, True), (TOP, 1), (-TOP - 1, 1), (TOP, TOP), (-TOP - 1, -1), (2**60, 3), (3, 2**60), (2.0, 2**60), (-0.0, 0), (0, -0.0),
    (-0.0, 0.0), (0.0, -0.0), (-0.0, -0.0), (inf, inf), (inf, -inf), (inf, 0.0), (inf, 0), (nan, 1), (nan, 1.0), (1.5, nan),
    (1e308, 1e308), (5e-324, 0.5), (0, 0), (0.0, 0), (0, 0.0), (1, 0), (1.5, 0.0), (1.5, 0), (0, 2), (2, 1j), ("ab", 2), ("a", "b"),
    ([1], [2]), ((1,), 2), (None, 1), (1.5, None), (Meters(2), 3), (3, Meters(2)), (1.5, Meters(2)), (Count(3), 4), (4, Count(3)),
    (2.5, Count(3)), (Count(3), 2.5), (2, 49), (2, 50), (2, 51), (3, 31), (3, 32), (-2, 3), (-2, 50), (2, -1), (-8, 1 / 3), (0, -1),
    (10, 3), (-10, 3), (10, -3), (-10, -3), (-1, TOP), (1.5, 2.5),
]

for operator in ARITHMETIC:
    for a, b in PAIRS:
        if isinstance(a, int) and isinstance(b, int) and operator in (power, ipower) and abs(b) > 1000:
            continue
        attempt(f"{operator.__name__} {show(a)} {show(b)}:", operator, a, b)
for operator in BITS:
    for a, b in [(6, 3), (-6, 3), (6, -3), (-6, -3), (True, False), (True, 2), (TOP, -TOP - 1), (2**70, 5), (-(2**70), 2**70 + 1),
                 (1, 49), (1, 50), (1, 62), (1, 63), (1, 64), (-1, 49), (-1, 50), (-1, 51), (TOP, 1), (5, 100), (-5, 100), (5, -1),
                 (0, 3), (1.5, 2), (2, 1.5), ({1, 2}, {2, 3}), (Count(6), 3), (None, 1)]:
        if operator in (lshift, ilshift) and isinstance(b, int) and abs(b) > 1000:
            continue
        attempt(f"{operator.__name__} {show(a)} {show(b)}:", operator, a, b)


def constants(x):
    yield lambda: x + 1000003
    yield lambda: x - 1000003
    yield lambda: x * 1000003
    yield lambda: x + 0.5
    yield lambda: x - 0.5
    yield lambda: x * 0.5
    yield lambda: x / 0.5
    yield lambda: x / 2
    yield lambda: x / 0
    yield lambda: x / 0.0
    yield lambda: x // 1000003
    yield lambda: x % 1000003
    yield lambda: x & 1000003
    yield lambda: x & 0xFFFFFFFFFFFFFFFF
    yield lambda: x // -3
    yield lambda: x % -3
    yield lambda: x % 0
    yield lambda: x % 1.5
    yield lambda: x // 1.5
    yield lambda: x & 7
    yield lambda: x << 3
    yield lambda: x >> 3
    yield lambda: x ** 2
    yield lambda: x ** 0.5
    yield lambda: x ** -1.5
    yield lambda: 1000003 - x
    yield lambda: 1000003 * x
    yield lambda: 0.5 - x
    yield lambda: 0.5 * x
    yield lambda: 0.5 / x
    yield lambda: 7 / x
    yield lambda: 0.5 + x
    yield lambda: -x
    yield lambda: ~x
    yield lambda: not x
    yield lambda: x < 0.5
    yield lambda: x == 0
    yield lambda: x != 1
    yield lambda: x >= 1000003


SUBJECTS = [3, 2.5, -0.0, 0, TOP, -TOP - 1, nan, inf, -inf, True, False, 2**64 + 1, Meters(2), Count(3), None, "ab", 1j]
for i, _ in enumerate(constants(0)):
    for x in SUBJECTS:
        attempt(f"constant {i} {show(x)}:", list(constants(x))[i])


def chain(x, values):
    """One place of code for all values."""
    out = []
    for v in values:
        y = x + v
        out.append(show(y))
        if v < x:
            out.append("less")
        if v == x:
            out.append("equal")
        if v != x:
            out.append("different")
        if not v:
            out.append("false")
        while v:
            out.append("true")
            break
    return out


print(chain(1.0, [1.0, 2.0, 1, True, nan, 0, 0.0, -0.0, inf, 2**70, Meters(1), 0.5]))
print(chain(1, [1, 2.0, 1.0, True, nan, 0, 0.0, -0.0, inf, 2**70, Count(0), False]))


def truths(values):
    out = []
    for v in values:
        out.append(1 if v else 0)
        out.append(1 if not v else 0)
        out.append(v and 2)
        while v:
            out.append(3)
            break
    return out


print(truths([0, 1, -1, 0.0, -0.0, 0.5, nan, None, True, False, "", "a", [], [0], (), (0,), {}, {1: 2}, 2**80, Odd(), Meters(0), Count(0)]))


def unbound(flag):
    if flag:
        x = 1
    return x + 1.5


def unbound_right(flag):
    if flag:
        x = 1
    return 2.5 * x


def unbound_compare(flag):
    if flag:
        x = 1.0
    if 1.5 < x:
        return "more"
    return "less"


def unbound_item(flag):
    if flag:
        x = [5]
    return x[0]


for function in (unbound, unbound_right, unbound_compare, unbound_item):
    attempt(function.__name__, function, True)
    attempt(function.__name__, function, False)


def items(sequence, keys):
    out = []
    for key in keys:
        try:
            out.append(sequence[key])
        except (IndexError, TypeError, KeyError) as error:
            out.append(f"{type(error).__name__}: {error}")
    return out


for sequence in ([10, 20, 30], (10, 20, 30), "abc", b"abc", {0: 1, True: 2}, range(5)):
    print(items(sequence, [0, 2, -1, -3, 3, -4, True, False, 1.0, 2**70, -(2**70), None]))
stored = [0] * 4
for key in (0, 3, -1, -4, 4, -5, True, 2**70):
    try:
        stored[key] = key
    except IndexError as error:
        print(error)
print(stored)
values = [1.5, 2, 3]
values[0] += 1
values[-1] *= 2.5
values[1] -= True
print(values, math.copysign(1, -0.0 + -0.0), math.copysign(1, 0.0 + -0.0), math.copysign(1, -0.0 * 1))
