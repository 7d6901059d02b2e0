"""Items of arrays, read and written by index: every kind, both ends, and what does not fit."""

import math
from array import array


def load(cells, i):
    return cells[i]


def store(cells, i, value):
    cells[i] = value


def swap(cells):
    cells[0], cells[-1] = cells[-1], cells[0]


def tried(function, *args):
    try:
        return function(*args)
    except OverflowError:
        return "too large"
    except (IndexError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


values = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -(2**31) - 1,
          2**32 - 1, 2**32, 2**50, -(2**50) - 1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, True, 1.5, -0.0,
          math.inf, math.nan, 1e300, 1e-300, None, "a", [1]]
for code in "bBhHiIlLqQfd":
    cells = array(code, [1, 2, 3])
    print(code, [tried(load, cells, i) for i in (0, 2, -1, -3, 3, -4, 2**50, -(2**50) - 1, True, None, 0.0, "0")])
    for value in values:
        failed = tried(store, cells, 1, value)
        back = load(cells, 1)
        print(repr(value), failed or f"{back!r} {type(back).__name__}", end="; ")
    print()
    print(tried(store, cells, 3, 1), tried(store, cells, -4, 1), tried(store, cells, -1, 7), cells[-1], cells[0])
    swap(cells)
    cells[0] += 2
    cells[-1] -= 1 if code != "B" else 0
    print(cells[0], cells[2])
for code in "uw":
    cells = array(code, "añ")
    print(load(cells, 0), load(cells, -1), tried(store, cells, 0, "b"), tried(store, cells, 0, 1), cells)


class Doubled(array):
    def __getitem__(self, i):
        return array.__getitem__(self, i) * 2

    def __setitem__(self, i, value):
        array.__setitem__(self, i, value + 1)


class Plain(array):
    pass


for kind in (array, Doubled, Plain):
    cells = kind("d", [1.5, 2])
    store(cells, 0, 4)
    store(cells, -1, 0.25)
    print(load(cells, 0), load(cells, 1), load(cells, -2), cells[0], cells[-1], cells.tolist())
rows = [array("i", [1, 2]), array("d", [0.5, 1.5]), [7, 8], (9, 10), b"xy"]
for row in range(len(rows)):
    print(rows[row][0], rows[row][1], end=" ")
print()


def product(x, columns, weights):
    total = 0.0
    for i in range(len(columns)):
        total += x[columns[i]] * weights[i]
    return total


def fill(cells, value):
    for i in range(len(cells)):
        cells[i] = value
    return cells


print(product(array("d", [1.5, 2.5, 3.5]), array("i", [2, 0, 2]), array("d", [1, 2, 0.5])))
print(fill(array("h", [0] * 4), 5), fill(array("f", [0] * 3), 0.1), tried(fill, array("b", [0]), 200))
