"""Integers of every size: operators, floor semantics, shifts, powers."""

values = [0, 1, -1, 7, -7, 10, 2 ** 31, -2 ** 31, 2 ** 49, 2 ** 50 - 1, 2 ** 50, -2 ** 50, -2 ** 50 - 1, 2 ** 63, -2 ** 63, 2 ** 64 + 1,
          10 ** 30, -10 ** 30]
for a in values:
    print(a, -a, abs(a), ~a, a + 1, a - 1, a * a, a.bit_length(), bool(a))

for a in (7, -7, 2 ** 50, -2 ** 50, 10 ** 30, -10 ** 30):
    for b in (2, -2, 3, -3, 10 ** 9 + 7, -2 ** 50, 10 ** 20):
        print(a // b, a % b, divmod(a, b) == (a // b, a % b), (a // b) * b + a % b == a)

print(2 ** 50 - 1 + 1, 2 ** 50 + -1, 2 ** 49 * 2, 2 ** 25 * 2 ** 25, (2 ** 50) // 2, -2 ** 50 + 2 ** 50, 2 ** 64 - 2 ** 64)
print(1 << 0, 1 << 49, 1 << 50, 1 << 100, -1 << 70, 5 >> 1, -5 >> 1, -1 >> 100, 2 ** 100 >> 98, -2 ** 100 >> 99, 0 << 1000)
print(6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3, 2 ** 70 & -1, -2 ** 70 | 1, (2 ** 70) ^ (2 ** 70 - 1), -1 & 2 ** 60 - 1)
print(2 ** 0, 0 ** 0, (-2) ** 3, -2 ** 2, 2 ** -1, (-2) ** -2, 2 ** 200, 3 ** 50, (-3) ** 51, 10 ** 18, 2 ** 3 ** 2)
print(pow(3, 200, 1000), pow(-3, 5, 7), pow(3, -1, 7), pow(2, 10, -7), pow(10 ** 20, 10 ** 5, 10 ** 9 + 7), pow(5, 0, 1), pow(2, 100))
print(7 / 2, -7 / 2, 2 ** 60 / 3, 10 ** 40 / 10 ** 39, 10 ** 400 / 10 ** 399, 1 / 3, 0 / 5)
print(True + True, True * 5, -True, True / 2, True << 3, True & False, True ^ True, True & 3, sum([True, True]))
print((10).__class__, 5 .real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (6).bit_count(), (-7).bit_count(), (5).is_integer())

factorial = 1
for i in range(1, 60):
    factorial *= i
print(factorial)
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)
n = 3 ** 200
for _ in range(5):
    n = n * n % (10 ** 50 + 3)
print(n)
x = 123456789 ** 20
print(x // 987654321 ** 10, x % 987654321 ** 10)
print(divmod(-x, 10 ** 15), divmod(x, -10 ** 15))


def attempt(source):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "0 ** -1", "1 << -1", "1 >> -1", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2, 3, 1.5)",
               "10 ** 400 / 3", "10 ** 400 * 1.0", "float(10 ** 400)", "1 + None", "1 - 'a'", "'a' - 1", "1 & 1.0", "1 << 1.0", "~1.0", "2 ** 'a'",
               "1 // 0.0", "5 % 0.0", "pow('a', 2)", "divmod(1, 'a')", "2 ** 0.5", "(-8) ** (1 / 3)", "(5).bit_count(1)",
               "10 ** 30 // 0", "10 ** 30 % 0", "(2 ** 70) >> (2 ** 70)", "0 << (2 ** 70)", "1 if 2 ** 70 else 0"):
    attempt(source)
print((1).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (2 ** 70).to_bytes(9, "big"), (5).to_bytes())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes(b""), int.from_bytes([1, 2, 3], "big"))
attempt("(256).to_bytes(1, 'big')")
attempt("(-1).to_bytes(1, 'big')")
attempt("(1).to_bytes(1, 'middle')")
print((7).as_integer_ratio(), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5), round(15, -1), round(25, -1), round(5, 3))
print(hash(5), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(True), hash(10 ** 30), hash(0) == hash(0.0) == hash(False))
