"""Floats: operators, signs of zero, infinities and NaN, rounding, conversions."""

inf, nan = float("inf"), float("nan")
print(0.1 + 0.2, 1e16 + 1, 1.5 * 2, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), divmod(7.5, -2))
print(0.0, -0.0, 0.0 == -0.0, 1 / inf, -1 / inf, 0.0 + -0.0, -0.0 + -0.0, 0.0 * -1, -0.0 - 0.0, abs(-0.0), -(0.0), round(-0.4), round(-0.4, 0))
print(inf, -inf, inf - inf, inf * 0, inf + 1 == inf, inf > 10 ** 400, nan, -nan, nan == nan, nan is nan, nan != nan, nan in (nan,))
print(5.0 // 0.3, 5.0 % 0.3, -1e-20 % 1, 1e-20 % -1, inf // 1, 1 // inf, -1 // inf, 1 % inf, -1 % inf, 3 % -inf, -0.0 % 5, 0.0 % -5)
print(2.0 ** 10, 2.0 ** -1, 2.0 ** 0.5, (-2.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1 ** nan, (-1.0) ** inf, 2.0 ** 1023, 1e-300 ** 2, 10.0 ** 308)
print((-8.0) ** (1 / 3))
print(1e308 * 10, -1e308 * 10, 5e-324, 5e-324 / 2, 2.2250738585072014e-308, 1.7976931348623157e308)
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1234.5678, -2), round(1e22), round(0.1, 20), round(1.25, 1))
print(round(5.015, 2), round(1e300, -299), round(123.456, 0), round(nan, 2), round(inf, 2), type(round(1.0)).__name__, type(round(1.0, 0)).__name__)
print(int(3.99), int(-3.99), (3.0).is_integer(), (3.5).is_integer(), inf.is_integer(), (0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio())
print((255.5).hex(), (0.1).hex(), (-0.0).hex(), inf.hex(), nan.hex(), 5e-324.hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x.8"), float.fromhex("inf"))
print(float("1.5"), float(" 2 "), float("1e5"), float("-.5"), float("5."), float("1_000.5"), float("inf"), float("-Infinity"), float("NaN"), float("1E-5"))
print(float(), float(5), float(True), float(10 ** 22), float(2 ** 53 + 1), float("١.٥"), float(b"2.5"), float("1e400"), float("-1e-400"))
print(1.0 == 1, 1.5 < 2, 2 > 1.5, 0.1 + 0.2 == 0.3, 1e20 == 10 ** 20, 2 ** 53 + 1 > 2.0 ** 53, hash(1.5), hash(2.0) == hash(2), hash(inf), hash(-inf))
print((1.5).real, (1.5).imag, (1.5).conjugate(), +1.5, -1.5, abs(-1.5), bool(0.0), bool(-0.0), bool(nan), not 0.1)
print(max(nan, 1), max(1, nan), min(nan, 1), sorted([3, nan, 1], key=str), sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 2.5, 3]))


def attempt(source):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "0.0 ** -1", "0.0 ** -0.5", "1e308 ** 2", "10.0 ** 400", "1.5 + 'a'", "1.5 & 1", "float('')",
               "float('abc')", "float('1.2.3')", "float('1__0')", "float('0x10')", "float(None)", "float([])", "float(1j)", "float('1 2')", "float(b'x')",
               "int(inf)", "int(nan)", "round(inf)", "round(nan)", "inf.as_integer_ratio()", "nan.as_integer_ratio()", "float.fromhex('xyz')",
               "float.fromhex('0x1p5000')", "round(1.5, 'a')", "round(1.5, 2.0)", "'a' * 1.5", "[1] * 2.0", "range(1.0)", "[1][0.0]", "chr(65.0)", "1.5 < 'a'",
               "float('1', 2)", "1.5()", "1.5[0]", "(1.5).missing", "float(x=1)", "int('1.5')", "2 ** 1e5"):
    attempt(source)


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 3


class Bad:
    def __float__(self):
        return "x"


class FloatSub(float):
    def __repr__(self):
        return "FloatSub"


for thing in (Float(), Index(), Bad(), object(), FloatSub(1.5)):
    try:
        print(float(thing))
    except TypeError as error:
        print(error)
print(FloatSub(1.5) + 1, FloatSub(1.5), str(FloatSub(2)), f"{FloatSub(2)}", type(FloatSub(1) * 2).__name__, FloatSub.fromhex("0x1p1"))
x = 0.0
for i in range(1, 2000):
    x += (-1) ** i / i * 0.1
print(x)
