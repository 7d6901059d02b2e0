"""print, repr, ascii and str of everything that fights back."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import io
import sys


class Bad:
    def __repr__(self):
        return 5


class Raises:
    def __repr__(self):
        raise ZeroDivisionError("repr")


class Text(str):
    def __str__(self):
        return "str of Text"

    def __repr__(self):
        return "repr of Text"

    def __format__(self, spec):
        return f"format {spec!r}"


class Both:
    def __repr__(self):
        return "R"

    def __str__(self):
        return "S"


for value in (Bad(), [Bad()], {1: Bad()}, (Raises(),), {Raises: Raises()}):
    t(repr, value)
    t(str, value)
    t(print, value)
    t("{}".format, value)
    t("%r".__mod__, (value,))
x = Text("x")
print(x, [x], str(x), repr(x), f"{x}", f"{x!s}", f"{x!r}", "%s" % x, "%r" % x, "{}".format(x), x + "y", str.__str__(x), type(str(x)), "".join([x]), {x: 1}, f"{x:>5}")
b = Both()
print(b, [b], (b,), {b: b}, f"{b} {b!r} {b!s} {b!a}", "%s %r" % (b, b), str(b), repr(b), ascii(b), format(b))
t(format, b, "x")
t(print, 1, sep=5)
t(print, 1, end=5)
t(print, 1, file=5)
t(print, 1, flush="yes")
t(print, nothing=1)
print(1, 2, sep=None, end=None, file=None)
print()
print(sep="x")
print(1, 2, 3, sep="", end="|\n")
print(*"abc", sep="\n")
out = io.StringIO()
print("é", 1.0, None, file=out, end="")
print(repr(out.getvalue()))


class Writer:
    def write(self, text):
        sys.stdout.write(f"<{text!r}>")


print("a", "b", file=Writer())
print()
t(print, "a", file=Writer(), flush=True)
nested = []
nested.append(nested)
d = {"d": nested}
d["self"] = d
print(nested, d, [d], (nested,), {1: (nested, d)})
deep = []
for _ in range(50):
    deep = [deep]
print(repr(deep).count("["))
print(repr("\0\x1f\x7f\x80\xa0\xad\u0378\u200b\u2028\ud800\ue000\U000e0001\U0010ffff'\"\\"))
print(ascii("é\u20ac\U0001f600"), repr('both \' and "'), repr("'"), repr('"'), repr("\t\n\r\\"), repr(b"\x00\xff'\""), repr(bytearray(b"x")))
print(repr(type), repr(int), repr(len), repr(None), repr(...), repr(NotImplemented), repr(sys)[:13], repr(Both), repr(lambda: 0)[:18], repr(range(3)), repr(slice(1)), repr(1e300), repr(-0.0), repr(10**20), repr(True), repr(object)[:20], repr({}.keys()), repr(type(None)), repr(memoryview(b""))[:7], repr(property())[:9], repr(super)[:15], repr(zip)[:12], repr(Exception), repr(Exception("x", 1)), repr(ValueError()), repr(iter([]))[:14], repr(enumerate([]))[:18], repr(list[int]), repr(int | None), repr(dict[str, list[int]]), repr(type[int]), repr(tuple[()]), repr(tuple[int, ...]))
