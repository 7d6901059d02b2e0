"""Small ints end at 2**50, and floats meet them: every operation across the border gives the same as far from it."""

EDGE = 2 ** 50
NEAR = [EDGE - 2, EDGE - 1, EDGE, EDGE + 1, -EDGE - 1, -EDGE, -EDGE + 1, 2 ** 53, 2 ** 53 + 1, 2 ** 62, 2 ** 63 - 1, 2 ** 64]


def operations(a, b):
    yield a + b
    yield a - b
    yield a * b
    yield a // b
    yield a % b
    yield a & b
    yield a | b
    yield a ^ b
    yield -a
    yield ~a
    yield a < b
    yield a == b
    yield a >= b


def check(a, b):
    shift = 10 ** 40
    assert (a + shift) + (b - shift) == a + b
    assert (a * shift) // shift == a
    assert (a - b) + b == a
    assert a // b * b + a % b == a
    assert (a ^ b) ^ b == a
    assert int(str(a)) == a and hash(a) == hash(a + shift - shift)
    assert (a & b) + (a | b) == a + b
    return sum(hash(x) % 1000003 for x in operations(a, b)) % 1000003


for a in NEAR:
    print(a, [check(a, b) for b in NEAR])
print(0 + -5, 5 + -5, -5 + 0, 0 - 5, -1 + 1, 1 - 1, 0 * -5, -0, 0 - 0, 3 - 3.0, 0 * -1.0, -5 + 5.0)
n = EDGE - 3
for _ in range(6):
    n += 1
print(n, n == EDGE + 3, n - EDGE)
while n > EDGE - 3:
    n -= 1
print(n)
x = 1
for i in range(70):
    x *= 2
    assert x == 1 << (i + 1) and x // 2 == 1 << i and x - (x - 1) == 1
print(x)
for i in range(69):
    x //= 2
print(x)
x = -1
for i in range(70):
    x += x
for i in range(70):
    x >>= 1
print(x)
items = list(range(5))
for index in (0, -1, 4, -5):
    print(items[index], end=" ")
for index in (5, -6, EDGE, -EDGE, 2 ** 64):
    try:
        items[index]
    except IndexError as error:
        print(error, end="; ")
print()
print([EDGE - 1 < EDGE, EDGE < EDGE + 1, -EDGE > -EDGE - 1, EDGE == float(EDGE), EDGE + 1 == float(EDGE), EDGE - 1 in [float(EDGE - 1)], {EDGE: 1}[float(EDGE)], {float(EDGE): 2}[EDGE], max(EDGE, EDGE - 1), EDGE is None])
print(float("-inf") < -2 ** 50, float("inf") > 2 ** 50, float("-inf") + 5, [float("-inf"), -5, 0, -0.0, 5, float("inf")] == sorted([5, -0.0, 0, float("inf"), -5, float("-inf")]), -5 < float("nan"), 1e308 * 10 == float("inf"))
a = 5.0
a -= 5
print(a, 1 / (a + 1), -a, a * -1, str(-a), a == -a, [a] == [-a], 0.0 is not None, {0.0: 1, -0.0: 2})
big = 10 ** 15
print([big * k for k in (1, 2, -1, -2)], big * big, big * 1.0, (big + 1) * (big - 1), big ** 2 - 1, 2 ** 25 * 2 ** 24, 2 ** 25 * 2 ** 25, -2 ** 25 * 2 ** 25, 33554432 * -33554432 - 1)
print(1 << 49, 1 << 50, -1 << 50, -1 << 51, (1 << 50) - 1, 3 << 48, 3 << 49, 1 << 0, 0 << 60, EDGE >> 1, EDGE >> 50, EDGE >> 51, -EDGE >> 60, 5 << 62 >> 62)
