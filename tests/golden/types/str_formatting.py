"""Strings and other things through `format`, `str.format` and f-string specifications."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", "é>6", ".3", "10.3", ">10.2s", "010", "<<5", "0<8", "1", ".0", "😀^9"):
    print(f"{spec!r}: {format('héllo', spec)!r}")
for spec in ("d", "=10", "+10", ",", "_", "#", " ", "x", ".", ".x", "10.", "z", "-5", "0=8", "é", "10q", "%", "5s5"):
    attempt(lambda: format("abc", spec))
for value in ([1], (1,), {"a": 1}, None, object, len, ..., b"x", 1j, range(2), {1}, True, slice(1)):
    attempt(lambda: format(value, ""))
    attempt(lambda: format(value, "<30"))
attempt(lambda: "{} {}".format("a"))
attempt(lambda: "{0} {2}".format("a", "b"))
attempt(lambda: "{a}".format(b=1))
attempt(lambda: "{} {1}".format(1, 2))
attempt(lambda: "{1} {}".format(1, 2))
attempt(lambda: "{0:{1}}".format("x", 5))
attempt(lambda: "{:{}}".format("x", 5))
attempt(lambda: "{:{w}.{p}}".format("abcdef", w=8, p=2))
attempt(lambda: "{0:{0:{0}}}".format(3))
attempt(lambda: "{a[0]} {a[key]} {b.real} {b.__class__.__name__}".format(a={0: "zero", "key": "k"}, b=5))
attempt(lambda: "{0[0]} {0[-1]}".format([1, 2]))
attempt(lambda: "{0.x.y}".format(type("T", (), {"x": type("U", (), {"y": "deep"})})))
attempt(lambda: "{0!r} {0!s} {0!a}".format("é'"))
attempt(lambda: "{!r:>8}".format("a"))
attempt(lambda: "{{{0}}} {{}}".format(1))
attempt(lambda: "{".format(1))
attempt(lambda: "}".format(1))
attempt(lambda: "{0".format(1))
attempt(lambda: "{0!}".format(1))
attempt(lambda: "{0!rr}".format(1))
attempt(lambda: "{0!x}".format(1))
attempt(lambda: "{0.}".format(1))
attempt(lambda: "{0[}".format(1))
attempt(lambda: "{0[]}".format([1]))
attempt(lambda: "{0[a}".format({}))
attempt(lambda: "{0]}".format({}))
attempt(lambda: "{ 0}".format(1))
attempt(lambda: "{:d}".format("x"))
attempt(lambda: "{:,d} {:_x} {:+.2e}".format(1234567, 2 ** 40, 12345.678))
attempt(lambda: "{:%}".format(0.256))
attempt(lambda: "{}{}{}".format(*"abc"))
attempt(lambda: "{x}{y}".format(**{"x": 1, "y": 2}))
attempt(lambda: "{x}".format_map({"x": 1}))
attempt(lambda: "{x}".format_map({}))
attempt(lambda: "{}".format_map([1]))
attempt(lambda: "no fields".format())
attempt(lambda: "%s" % "a")
attempt(lambda: "%10s|%-10s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"))
attempt(lambda: "%r %a %s" % ("é", "é", "é"))
attempt(lambda: "%(a)s %(b)5d %%" % {"a": 1, "b": 2})
attempt(lambda: "%s %s" % ("only one",))
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%s" % [1, 2])
attempt(lambda: "%s" % {"a": 1})
attempt(lambda: "%c%c" % ("a", 98))
attempt(lambda: "%5c|%-5c|" % ("x", "y"))
attempt(lambda: "%z" % 1)
attempt(lambda: "%(a)" % {"a": 1})
attempt(lambda: "%(a)s" % "x")
attempt(lambda: "%" % ())
attempt(lambda: "%i %u" % (1.9, True))
attempt(lambda: "%#x %#o %+d % d %05d %-5d|" % (255, 8, 5, 5, -5, 5))
attempt(lambda: "%.0f %.1f %5.2f %e %g %G" % (2.5, 0.05, 3.14159, 12345.678, 1e-10, 1e20))
attempt(lambda: "%*d %-*d|" % (5, 1, 5, 1))
attempt(lambda: "%s" % ((1, 2),))
attempt(lambda: "%d" % "5")
attempt(lambda: "%x" % 1.0)
attempt(lambda: "%c" % "ab")
attempt(lambda: "%c" % 0x110000)


class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __getattr__(self, name):
        return f"attr {name}"

    def __getitem__(self, key):
        return f"item {key!r}"


attempt(lambda: "{0:x{1}z} {0.a} {0[b c]} {0[1]} {0[-1]}".format(F(), "y"))
attempt(lambda: f"{F():{'a'}b{1 + 1}} {F()!s:.5}"[:12])
