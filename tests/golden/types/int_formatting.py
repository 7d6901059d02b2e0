"""Integers through format specifications."""

specs = ["", "d", "5d", "<5d", "^5d", ">5d", "=5d", "+d", " d", "-d", "05d", "+05d", "x", "X", "#x", "#X", "#o", "#b", "o", "b", "08b", "#010x", ",",
         "_", ",d", "_d", "_x", "_b", "_o", "10,", "010,", "015,d", "c", "n", "e", ".3e", "E", "f", ".2f", "F", "g", ".3g", "G", "%", ".1%", "*^9",
         "*<+9", "x=+9", "é^5", "z.0f", "+,", "+_x", "#_x", "<06d", "e>8"]
for value in (0, 42, -42, 1234567, -1234567, 2 ** 70, True):
    out = []
    for spec in specs:
        try:
            out.append(f"{spec!r}:{format(value, spec)}|")
        except (ValueError, OverflowError) as error:
            out.append(f"{spec!r}:!{error}|")
    print(*out)


def attempt(value, spec):
    try:
        print(format(value, spec))
    except Exception as error:
        print(type(error).__name__, error)


for spec in ("s", "q", "5q", ".2", ".2d", ",x", ",c", "_c", "+c", "#c", ",_", ",,", "__", "_,", "5.d", "zd", "5 d", "{}", "\x00", "é", "99999999999999999999",
             ".99999999999999999999f", "d5", "<<<5", "==5"):
    attempt(42, spec)
attempt(-1, "c")
attempt(0x110000, "c")
attempt(0x1F600, "c")
attempt(10 ** 400, "f")
attempt(10 ** 400, "e")
attempt(5, 5)
attempt(5, None)
print(f"{10 ** 20:,} {10 ** 20:_} {-10 ** 20:,} {2 ** 64:_x} {2 ** 64:#_b}")
print(f"{1234:08,} {123:08,} {12:06,} {1:,} {999:,} {1000:,} {-999:,} {-1000:,} {1234567:012,} {1234567:_^15,}")
print("%d %i %u %5d %-5d| %05d %+d % d %x %X %#x %o %#o %c %c" % (1, 2, 3, 4, 5, 6, 7, 8, 255, 255, 255, 8, 8, 65, "B"))
print("%s %r %a %5s %-5s| %.2s" % (1, 2, 3, 4, 5, 678), "%d%%" % 50, "%(a)d %(b)05.1f" % {"a": 1, "b": 2.55})
print("%*d|%-*d|%.*f|%*.*f" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.71828), "%d" % 3.99, "%d" % -3.99, "%x" % 2 ** 70, "%.3d %5.3d %+.3d" % (5, 5, 5))
for template, values in (("%d", "a"), ("%d", (1, 2)), ("%d %d", 1), ("%d %d", (1,)), ("%q", 1), ("%", 1), ("%(a)d", 1), ("%(a)d", {}), ("%c", "ab"),
                         ("%c", -1), ("%c", 1.5), ("%x", 1.5), ("%f", "x"), ("%(a", {}), ("%5", 1), ("abc", 1), ("abc", (1,)), ("abc", {}), ("%s", ()),
                         ("%*d", ("a", 1)), ("%d", None), ("%o", "8"), ("%e", None), ("%d", float("nan")), ("%d", float("inf"))):
    try:
        print(template % values)
    except Exception as error:
        print(repr(template), type(error).__name__, error)
