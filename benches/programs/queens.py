"""N queens: every way to put n queens on an n × n board, by backtracking, in two representations.

The first keeps the rows of the queens in a list and three lists of occupied lines; the second keeps each kind of line as the bits
of an int. Both must find the same number of solutions.
"""

import sys


def solve_with_lists(n, visit):
    """Calls `visit` with the rows of each solution."""
    rows = [0] * n
    row_taken = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(column):
        if column == n:
            visit(rows)
            return
        for row in range(n):
            if row_taken[row] or rising[row + column] or falling[row - column + n]:
                continue
            rows[column] = row
            row_taken[row] = rising[row + column] = falling[row - column + n] = True
            place(column + 1)
            row_taken[row] = rising[row + column] = falling[row - column + n] = False

    place(0)


def count_with_bits(n):
    full = (1 << n) - 1

    def place(rows, rising, falling):
        if rows == full:
            return 1
        count = 0
        free = full & ~(rows | rising | falling)
        while free:
            bit = free & -free
            free ^= bit
            count += place(rows | bit, (rising | bit) << 1 & full, (falling | bit) >> 1)
        return count

    return place(0, 0, 0)


def picture(rows):
    n = len(rows)
    return "\n".join("".join("Q" if rows[x] == y else "." for x in range(n)) for y in range(n))


def is_symmetric(rows):
    """Whether the board is its own half turn."""
    n = len(rows)
    return all(rows[n - 1 - x] == n - 1 - y for x, y in enumerate(rows))


def main(n):
    found = []
    solve_with_lists(n, lambda rows: found.append(tuple(rows)))
    print(f"{n} queens: {len(found)} solutions, {sum(map(is_symmetric, found))} of them symmetric")
    print(picture(found[0]))
    print("last:", *found[-1])
    corners = {rows[0] for rows in found}
    print("first column uses rows", sorted(corners))
    for size in range(4, n + 2):
        print(size, count_with_bits(size))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
