"""The game of life on an unbounded board: living cells are the keys of a dict, or members of a set."""

import sys

ACORN = """\
.#.....
...#...
##..###"""

GUN = """\
........................#...........
......................#.#...........
............##......##............##
...........#...#....##............##
##........#.....#...##..............
##........#...#.##....#.#...........
..........#.....#.......#...........
...........#...#....................
............##......................"""


def parse(picture):
    return {(x, y) for y, line in enumerate(picture.split("\n")) for x, char in enumerate(line) if char == "#"}


def step_counting(alive):
    """One generation, by counting neighbours in a dict."""
    neighbours = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    neighbours[cell] = neighbours.get(cell, 0) + 1
    return {cell for cell, count in neighbours.items() if count == 3 or count == 2 and cell in alive}


def step_by_age(ages):
    """One generation of a dict from cell to age."""
    counts = {}
    for x, y in ages:
        for cell in (
            (x - 1, y - 1), (x, y - 1), (x + 1, y - 1),
            (x - 1, y), (x + 1, y),
            (x - 1, y + 1), (x, y + 1), (x + 1, y + 1),
        ):  # fmt: skip
            try:
                counts[cell] += 1
            except KeyError:
                counts[cell] = 1
    return {cell: ages.get(cell, -1) + 1 for cell, n in counts.items() if n == 3 or n == 2 and cell in ages}


def bounds(cells):
    xs = [x for x, _ in cells]
    ys = [y for _, y in cells]
    return min(xs), min(ys), max(xs), max(ys)


def picture(cells, width, height):
    left, top, *_ = bounds(cells)
    rows = ("".join("#" if (left + x, top + y) in cells else "." for x in range(width)) for y in range(height))
    return "\n".join(row.rstrip(".") for row in rows)


def main(generations):
    alive = parse(ACORN)
    sizes = []
    for _ in range(generations):
        alive = step_counting(alive)
        sizes.append(len(alive))
    print("acorn:", sizes[:12], "…", sizes[-4:], "most", max(sizes), "bounds", bounds(alive))
    ages = dict.fromkeys(parse(GUN), 0)
    for _ in range(generations):
        ages = step_by_age(ages)
    oldest = max(ages.values())
    print("gun:", len(ages), "cells, oldest", oldest, "by", sum(age == oldest for age in ages.values()))
    print(picture(ages, 60, 12))
    histogram = {}
    for age in ages.values():
        histogram[min(age, 40) // 10] = histogram.get(min(age, 40) // 10, 0) + 1
    print({key: histogram[key] for key in sorted(histogram)})


main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
