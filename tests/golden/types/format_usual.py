"""Specifications of the usual forms and their neighbours: short ways must say what the long one says."""

ints = (0, 1, -1, 9, 10, 99, 100, 999, 1000, -1000, 1234567, -1234567, 2**49, -(2**50), 2**50, 2**64, True)
for spec in ("d", "5d", "05d", "<5d", ">5", "^7", "+d", "+5", "+05d", "<+5d", ",", ",d", "+,", ">12,", "012,", "x", "X", "08x", "#x", ">6x", "+x", "64", "065", "5", "-d", " d", "_", "_x", ",x", "<05", "e", ".1f", "5.2f", "n", "*>5", "é^5", "b", "o", "c"):
    line = []
    for n in ints:
        try:
            line.append(format(n, spec))
        except (ValueError, OverflowError) as error:
            line.append(str(error))
    print(spec, line)
floats = (0.0, -0.0, 1.5, -1.5, 0.5, 2.5, 0.125, 1e15, 123456.789, -123456.789, 1e22, 1e300, 1e-9, -0.001, 999.995, 999999.5, float("inf"), float("nan"), -float("inf"))
for spec in ("f", ".0f", ".1f", ".2f", "10.2f", "<10.2f", "^11.3f", "+.2f", "+10.1f", ",.2f", ">+16,.2f", "010.2f", "+010.1f", "012,.1f", ".17f", ".18f", ".3", "5", "e", "g", "%", ".1%", "F", "z.1f", "#.0f", "d", ",", "s", "*^12.1f", ".f"):
    line = []
    for x in floats:
        try:
            line.append(format(x, spec))
        except ValueError as error:
            line.append(str(error))
    print(spec, line)
for spec in ("s", "5", "<5", ">5", "^5", "^6s", "05", ".2", "5.1", "+5", "=5", ",", "d", "*<5", "é>4", "64", "100", "x"):
    line = []
    for text in ("", "a", "ab", "é世", "abcdef", "x" * 70):
        try:
            line.append(format(text, spec))
        except ValueError as error:
            line.append(str(error))
    print(spec, line)
for template, args in (("%d|%5d|%-5d|%05d|%+d|% d|%i|%u", (1, -2, 3, -4, 5, 6, 7, -8)), ("%x %X %o %#x %08x %.3d %5.3d", (255, 255, 8, 255, -255, 7, 7)), ("%f|%.2f|%8.1f|%-8.1f|%08.2f|%+.1f|%.0f|%e|%g|%F", (1.5, 2.675, -3.25, 4.05, -5.5, 6.0, 0.5, 7.0, 8.0, 9.0)), ("%s %r %a %c %c %% %5s|%-5s|%.1s", ("é", "é", "é", "x", 233, "ab", "cd", "ef")), ("%s", 5), ("%s", ("t",)), ("%d", 2.9), ("%s %s", ({1: 2}, [3])), ("%.1f", True), ("%d", 2**70), ("%.3f", 10**20)):
    print(template % args)
print("%(a)s-%(b)5.1f" % {"a": 1, "b": 2.25}, "%s" % {"a": 1}, "no" % {}, "%s" % "x", "%c" % "é")
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: "x" % 1, lambda: "%d" % None, lambda: "%" % 1, lambda: "%f" % "x"):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class S(str):
    def __rmod__(self, other):
        return "rmod"

    def __format__(self, spec):
        return f"<{spec}>"


class D(dict):
    def __rmod__(self, other):
        return "dict's"


print("a" % S("b"), "%s" % D(), f"{S('q'):5}", f"{S('q')}", "%5s" % (S("q"),))
w, p = 9, 3
print(f"{3.14159:{w}.{p}f}|{42:{w}}|{'x':>{w}}|{1234567.891:,.1f}|{-5:+}|{5:+}|{'é':^{w}}|{True:5}|{None!s:>6}|{2**60:,}")
