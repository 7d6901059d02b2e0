"""The % operator of str and bytes: every conversion, flag and width, mappings, stars, and the text of errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 65


class Both:
    def __int__(self):
        return 7

    def __repr__(self):
        return "rep\u00e9r"

    def __str__(self):
        return "stringé"


for conversion in "diouxXeEfFgGcrsa%":
    row = []
    for flags in ("", "-", "+", " ", "#", "0", "5", "-5", "05", "+05", ".0", ".3", "8.3", "-8.3", "#8.3", "08.2", "+ -#08.2"):
        for value in (42, -7.5 if conversion in "eEfFgGrsa" else -7):
            try:
                row.append(f"%{flags}{conversion}" % (() if conversion == "%" else value))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
    print(conversion, row)

ask(r'''
"%d %i %u" % (1.9, -1.9, True), "%d" % 2**70, "%x" % 2**70, "%d" % Both() if False else 0, "%f" % Float(), "%c" % Index(), "%x" % Index(), "%e" % 10**20, "%s" % Both(), "%r" % Both(), "%a" % Both(), "%5s|%-8s|%.2s" % (Both(), Both(), Both())
"%d" % "a"
"%d" % None
"%d" % 1j
"%d" % Both()
"%d" % Float()
"%x" % 1.5
"%o" % "8"
"%f" % "1.5"
"%f" % None
"%c" % "ab"
"%c" % -1
"%c" % 0x110000
"%c" % 1.5
"%c" % b"a"
"%c" % "\U0001f600", "%3c|%-3c|" % ("a", 98)
"%d"
"%d" % ()
"%d %d" % 1
"%d %d" % (1,)
"%d" % (1, 2)
"abc" % 5
"abc" % (), "abc" % {}, "abc" % [], "abc" % {"a": 1}, "" % {}
"%" % 1
"%5" % 1
"%z" % 1
"%y %d" % 1
"%(a" % {"a": 1}
"%(a)" % {"a": 1}
"%(a)s %(b)d" % {"a": 1, "b": 2}, "%(a)s" % {"a": (1, 2)}, "%(a b)s" % {"a b": 1}, "%()s" % {"": 5}, "%((x))s" % {"(x)": 3}, "%(a)5.1f|%(a)-7d|" % {"a": 2.5}, "%(a)s%%" % {"a": 1}
"%(a)s" % {}
"%(a)s" % [1]
"%(a)s" % 5
"%(a)s" % (1,)
"%s %(a)s" % {"a": 1}
"%(a)s %s" % {"a": 1}
"%(a)*d" % {"a": 1}
"%*d|%-*d|%.*f|%*.*f" % (5, 1, 4, 2, 2, 3.14159, 8, 3, 2.5), "%*d" % (-5, 1), "%0*d" % (4, 7), "%.*s" % (2, "abcd"), "%.*f" % (-1, 2.5)
"%*d" % ("a", 1)
"%*d" % (1,)
"%.*f" % (1.5, 2.0)
"%*d" % (2**70, 1)
"%ld %hd %Lf %lld" % (1, 2, 3.0, 4) if False else "%ld %hd %Lf" % (1, 2, 3.0)
"%.0f %.0e %.0g %#.0f %#.0e %#g" % (2.5, 2.5, 2.5, 2.5, 2.5, 2.5), "%f %e %g" % (float("inf"), float("-inf"), float("nan")), "%F %E %G" % (float("inf"), float("nan"), float("-inf")), "%05f|%-6f|%+f" % (float("inf"), float("nan"), float("inf")), "%g %g %g" % (1e-5, 1e16, 123456789.0), "%.15g %.17g %r" % (0.1, 0.1, 0.1), "%5.1e" % 123456
"%#x %#X %#o %#b" % (255, 255, 8, 1) if False else "%#x %#X %#o" % (255, -255, 8), "%.5d %+.3d % d" % (42, 7, 3), "%.5x %#.5x" % (255, 255), "%08.3d|%-8.3d|" % (5, 5), "%.0d" % 0
"%s" % (None,), "%s" % [1], "%s" % {1: 2}, "%s %s" % ("a", (1,)), "%r" % "a'b", "%a" % "é\U0001f600", "%s" % b"x", "%10.3r|" % "abcdef"
b"%d %s %b %c %c %a %r" % (1, b"x", b"y", 65, b"z", "é", "é"), b"%5s|%-5b|%.2s" % (b"a", b"b", b"cde"), b"%x %f %e" % (255, 1.5, 2.5), b"%(k)s" % {b"k": b"v"}, b"%%" % (), b"%s" % memoryview(b"m"), b"%b" % bytearray(b"q"), b"%s" % type("X", (), {"__bytes__": lambda s: b"bytes"})()
b"%s" % "a"
b"%b" % 5
b"%c" % 256
b"%c" % "a"
b"%c" % b"ab"
b"%d" % "a"
b"%d" % b"5"
b"%(k)s" % {"k": b"v"}
b"%z" % 1
b"%s" % ()
b"abc" % 5
b"%d %d" % (1,)
bytearray(b"%d") % 5, type(bytearray(b"%s") % b"x"), bytearray(b"%s") % bytearray(b"y")
bytearray(b"%s") % "a"
''')
