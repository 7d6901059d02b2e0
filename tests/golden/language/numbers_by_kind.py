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


def limits(x):
    out = []
    if x < 1000:
        out.append("<")
    if x <= 0.5:
        out.append("<=")
    if x == 1000:
        out.append("==")
    if x != 0.5:
        out.append("!=")
    if x > 1000.0:
        out.append(">")
    if x >= 70000:
        out.append(">=")
    return out


for x in (1, 1000, 1000.0, 0.5, 70000, -0.0, nan, inf, 2**70, -(2**70), True, Count(1000), None):
    attempt(f"limits {show(x)}:", limits, x)


def letters(x):
    out = []
    if x == "b":
        out.append("==")
    if x != "b":
        out.append("!=")
    if x < "b":
        out.append("<")
    if x <= "b":
        out.append("<=")
    if x > "b":
        out.append(">")
    if x >= "b":
        out.append(">=")
    return out


for x in ("a", "b", "c", "", "bb", "".join(["b"]), "\u00e9", 1, None):
    attempt(f"letters {x}:", letters, x)


def chains(x, a, c, m):
    """What goes through 128 bits and leaves them."""
    y = (x * a + c) & m
    t = x * a
    u = t % m
    z = ((x << 13) & m) ^ (x >> 7) | 5
    w = x * a * c * m // 3 - (a * c % 1000003) * -7
    v = -m - x * a
    v %= a
    v ^= x
    v <<= 3
    v >>= 1
    return y, t, u, z, w, v, True + x * a, x * a - False, x * a & True


for numbers in [
    (1, 6364136223846793005, 1442695040888963407, 2**64 - 1), (2**49, 2**49, 2**49, 2**50), (-(2**50), 2**50, -1, -(2**64) + 1),
    (2**62, 2**62, 2**62, 2**62), (2**100, 3, -5, 2**126 - 1), (-(2**125), 2, 2**125, 7), (2**63, -(2**63), 2**63, -1),
    (2**126 - 1, 1, 1, 2**126), (3, 5, 7, 11), (10**40, 10**20, 10**30, 10**35), (True, 2**60, False, 2**70),
]:
    print(chains(*numbers))
attempt("no divisor:", lambda x: x * x % 0, 2**40)
attempt("no shift:", lambda x: x * x << -1, 2**40)
attempt("no float:", lambda x: x * x * 1.5, 2**40)
attempt("no number:", lambda x: x * x + None, 2**40)


def sums(values):
    """The last statement of a loop over a range is an addition."""
    total = values[0]
    for i in range(len(values)):
        total += values[i]
    for i in range(0, 3):
        if i == 1:
            continue
        total += i
    for i in [1, 2]:
        total += i
    return total


for values in ([1, 2, 3], [1.5, 2, 3.5], [1, 2.5, True], [2**50 - 1, 1, -1], ["a", "b"], [nan, 1], [Count(1), 2.5], [[], [1]], [0.5] * 3):
    attempt(f"sums {values}:", sums, values)


def reorder(f, a, b):
    return f(b, a), f(a, b), f(a, a, b), f(*[b], a, b)


print(reorder(lambda *args: args, 1, 2))
print([i in (1, 2, 3) for i in (1, 4, 2.0, True, "a", None)], [s in ("a", "bc") for s in ("a", "b", "bc", 1, "".join(["b", "c"]))], nan in (nan,), 1 in (0.5, 1), "a" not in ("b", None))
