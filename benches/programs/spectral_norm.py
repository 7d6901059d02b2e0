"""The spectral norm of an infinite matrix, by the power method."""

import math
import sys


def entry(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) // 2 + i + 1)


def times(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * vector[j]
        result.append(total)
    return result


def times_transposed(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * vector[j]
        result.append(total)
    return result


def step(vector):
    return times_transposed(times(vector))


def spectral_norm(n, rounds=10):
    u = [1.0] * n
    v = None
    for _ in range(rounds):
        v = step(u)
        u = step(v)
    vbv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    return math.sqrt(vbv / vv)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    print(f"{spectral_norm(n):.9f}")


if __name__ == "__main__":
    main()
