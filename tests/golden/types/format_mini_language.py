"""The mini-language of format: every option with every kind of value, and its errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from datetime import date

values = [42, -7, 3.14159, True, "text", 2**70, -0.0, 1e20, 1 + 2j, None, [1]]
specs = ["", "d", "x", "X", "#x", "o", "#o", "b", "#b", "c", "n", "e", "E", ".2e", "f", ".0f", "#.0f", "F", "g", "G", ".3g", "#g", "%", ".1%", "s", ".2s",
         "10", "<10", ">10", "^10", "*^10", "=10", "010", "+", " ", "-", ",", "_", "+,.2f", "_x", ",x", "#010x", "z.1f", "z", "é>8", "0<8", ".", ".2", "10.3", "r", "ll", "1x0", "<", "^^5", "=", "{<5", "+s", "#s", "#", " 8.2f", "+08.2f", "_b", "#_b", "_.2f", ".10_f", ".3,f", "008,d", "020,.3f"]
for value in values:
    for spec in specs:
        try:
            result = format(value, spec)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        print(value, repr(spec), repr(result))
ask("""
format(1, "1" * 30)
format(1, ".99999999999999999999f")
format("x", ".2147483648")
format(1.5, ".2147483648f")
format(1)
format(1, 5)
format(1, None)
"{:{}}".format(5, ">4"), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}{2}}".format("x", "*^", 5), "{!r:>5}".format("x"), "{0[1]}{0[0]}".format("ab"), "{a.real}".format(a=5)
"{:{:{}}}".format(1, 2, 3)
"{} {1}".format(1, 2)
"{1} {}".format(1, 2)
"{}".format()
"{x}".format()
"{0[x]}".format({"x": 1}), "{0[-1]}".format({"-1": 2})
"{0[-1]}".format([1])
"{0.x}".format(1)
"{0[}".format(1)
"{0[]}".format(1)
"{0.}".format(1)
"{!}".format(1)
"{!x}".format(1)
"{!rr}".format(1)
"{".format(1)
"}".format(1)
"{:}}".format(1)
"{{}}".format(1), "{{{}}}".format(1), "{:{{}}}".format(1) if False else 0
"{a b}".format(**{"a b": 1}), "{0 }".format(1) if False else 0
"{0 }".format(1)
"{0]}".format(1)
"{0[0]x}".format([1])
"{:%Y}".format(date(2024, 1, 2)), f"{date(2024, 1, 2):%d.%m}", "{:>12}".format(date(2024, 1, 2)) if False else 0
"{99999999999999999999}".format(1)
"{0[99999999999999999999]}".format([1])
"%5.2f|%-5d|%+d|%05d|%x|%#o|%e|%g|%c|%c|%r|%s|%%" % (3.14159, 42, 5, -42, 255, 8, 12345.678, 1e-5, "x", 65, "q", None)
"%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}
"%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159)
"%d" % "x"
"%d" % 1.9, "%i" % True, "%x" % 255
"%x" % 1.5
"%c" % "ab"
"%c" % -1
"%c" % 1.5
"%s %s" % 1
"%s" % (1, 2)
"%z" % 1
"%" % 1
"%(a" % {"a": 1}
"%(a)s" % 1
"%(a)s" % {}
"%s" % {"a": 1}, "x" % {}, "x" % []
"x" % 1
"%*d" % ("x", 1)
"%.*f" % (1,)
"%ld %hd %Ld" % (1, 2, 3)
"%5%|" % ()
"%.3s|%5s|%-5s|%.0s|" % ("abcdef", "ab", "ab", "ab")
"%#x %#X %# x %+x" % (255, 255, 255, 255)
"%.5d %+.3d %x" % (42, 7, -255)
"%a %.2a" % ("é", "é")
""")
