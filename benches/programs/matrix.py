"""Dense matrices as lists of lists: product, transpose, power, determinant by elimination, and the inverse in fractions of ints."""

import sys


def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]


def transposed(a):
    return [list(row) for row in zip(*a)]


def product(a, b):
    columns = transposed(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def product_by_index(a, b):
    n, m, p = len(a), len(b), len(b[0])
    result = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def power(a, exponent):
    result = identity(len(a))
    while exponent:
        if exponent & 1:
            result = product(result, a)
        a = product(a, a)
        exponent >>= 1
    return result


def determinant(a):
    """Of floats, by elimination with the largest pivot."""
    a = [row[:] for row in a]
    n, sign, value = len(a), 1, 1.0
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        if a[pivot][k] == 0.0:
            return 0.0
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            sign = -sign
        value *= a[k][k]
        for i in range(k + 1, n):
            factor = a[i][k] / a[k][k]
            row, base = a[i], a[k]
            for j in range(k, n):
                row[j] -= factor * base[j]
    return sign * value


def exact_determinant(a):
    """Of ints, by Bareiss's elimination: every division comes out even."""
    a = [row[:] for row in a]
    n, previous = len(a), 1
    for k in range(n - 1):
        if a[k][k] == 0:
            for i in range(k + 1, n):
                if a[i][k]:
                    a[k], a[i] = [-x for x in a[i]], a[k]
                    break
            else:
                return 0
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                a[i][j] = (a[i][j] * a[k][k] - a[i][k] * a[k][j]) // previous
        previous = a[k][k]
    return a[-1][-1]


def main(n):
    a = [[((i * 7 + j * 13) % 19 - 9) / 4 for j in range(n)] for i in range(n)]
    b = [[((i * 5 - j * 3) % 23) / 8 for j in range(n)] for i in range(n)]
    c = product_by_index(a, b)
    assert c == product(a, b)
    print("trace", sum(c[i][i] for i in range(n)), "corner", c[0][0], c[-1][-1])
    assert transposed(transposed(c)) == c
    fibonacci = power([[1, 1], [1, 0]], 500)
    print("fib(500) =", fibonacci[0][1])
    m = n // 2
    d = [[1.0 / (i + j + 1) + (i == j) for j in range(m)] for i in range(m)]
    print(f"determinant {determinant(d):.12g}")
    e = [[(i * i + 3 * j + i * j) % 17 + (9 if i == j else 0) for j in range(m // 2)] for i in range(m // 2)]
    print("exact", exact_determinant(e))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
