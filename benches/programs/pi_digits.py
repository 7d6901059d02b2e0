"""Digits of pi with big ints: an unbounded spigot that yields digit by digit, and Machin's formula in one big fixed-point number."""

import sys


def spigot():
    """Yields the digits by Gibbons's stream of linear fractional transformations."""
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, n, m, k = q * k, (2 * q + r) * m, t * m, (q * (7 * k + 2) + r * m) // (t * m), m + 2, k + 1


def arctan_of_inverse(x, unit):
    """arctan(1/x) in units of 1/unit."""
    power = unit // x
    total, square, divisor, sign = power, x * x, 1, 1
    while power:
        power //= square
        divisor += 2
        sign = -sign
        total += sign * (power // divisor)
    return total


def machin(digits):
    unit = 10 ** (digits + 10)
    pi = 4 * (4 * arctan_of_inverse(5, unit) - arctan_of_inverse(239, unit))
    return str(pi // 10**10)


def square_root(n, digits):
    """Digits of the square root of n, by Newton's iteration on ints."""
    target = n * 10 ** (2 * digits)
    x = 1 << (target.bit_length() + 1) // 2
    while (better := (x + target // x) >> 1) < x:
        x = better
    return str(x)


def main(n):
    stream = spigot()
    digits = "".join(str(next(stream)) for _ in range(n))
    by_formula = machin(3 * n)
    assert by_formula.startswith(digits)
    for start in range(0, min(n, 200), 50):
        print(f"{start:4d}: {digits[start : start + 50]}")
    print(f"…{by_formula[-50:]}")
    print("digits:", [by_formula.count(str(d)) for d in range(10)])
    print("root of two:", square_root(2, 2 * n)[-40:])
    print("remainders:", int(by_formula) % 998244353, pow(3, int(by_formula), 2**89 - 1))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 1400)
