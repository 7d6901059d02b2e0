"""The Mandelbrot set, drawn with characters."""

import sys

PALETTE = " .:-=+*#%@"


def escape_time(cr, ci, limit):
    zr = zi = 0.0
    for i in range(limit):
        r2 = zr * zr
        i2 = zi * zi
        if r2 + i2 > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = r2 - i2 + cr
    return limit


def shade(count, limit):
    if count >= limit:
        return PALETTE[-1]
    return PALETTE[count * (len(PALETTE) - 1) // limit]


def render(width, height, limit):
    rows = []
    inside = 0
    for y in range(height):
        ci = 2.4 * y / (height - 1) - 1.2
        row = []
        for x in range(width):
            cr = 3.2 * x / (width - 1) - 2.3
            count = escape_time(cr, ci, limit)
            if count == limit:
                inside += 1
            row.append(shade(count, limit))
        rows.append("".join(row).rstrip())
    return rows, inside


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    rows, inside = render(120, 60, limit)
    for row in rows:
        print(row)
    print(f"{inside} points of {120 * 60} did not escape in {limit} steps")


if __name__ == "__main__":
    main()
