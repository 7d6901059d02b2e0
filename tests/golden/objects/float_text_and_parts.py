"""float from text, hex, parts, rounding; the errors of each."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


ask(r'''
float("1.5"), float(" -1e3\n"), float("+.5"), float("5."), float("1_0.0_1"), float("iNf"), float("-Infinity"), float("nan"), float("١.٥"), float(b"2.5"), float(bytearray(b"1e-3"))
float("1e400"), float("-1e400"), float("1e-400"), float("4.9e-324"), float("2.4e-324"), float("0x10") if False else 0
float("")
float("  ")
float("1e")
float("1._0")
float("_1")
float("1 2")
float("0x1p3")
float("infin")
float("1\x002")
float("½")
float(b"\xff")
float("\ud800")
float([])
float(1j)
float("x" * 60)
float(None)
float(1, 2)
float(x=1)
float(True), float(10**300), float(), float(2**53 + 1)
float.fromhex("0x1.8p1"), float.fromhex("-0X.8P+2"), float.fromhex("1.8"), float.fromhex(" inf "), float.fromhex("-nan"), float.fromhex("0x1p-1074"), float.fromhex("0x1.fffffffffffffp1023")
float.fromhex("0x1p1024")
float.fromhex("0x")
float.fromhex("1.g")
float.fromhex("")
float.fromhex(1.5)
float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.00000000000018p0"), float.fromhex("0x0.0000000000001p-1022"), float.fromhex("0x1p-1076")
(1.5).hex(), (-0.0).hex(), (0.1).hex(), (5e-324).hex(), float("inf").hex(), float("nan").hex(), (1e308).hex(), (2.0**-1022).hex()
(0.5).as_integer_ratio(), (-2.75).as_integer_ratio(), (0.1).as_integer_ratio(), (0.0).as_integer_ratio(), (5e-324).as_integer_ratio()[0], (1e300).as_integer_ratio()[1]
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
(1.0).is_integer(), (1.5).is_integer(), float("inf").is_integer(), (-0.0).is_integer(), (1e300).is_integer()
float.from_number(5), float.from_number(2.5), float.from_number(True)
float.from_number("5")
float.from_number(1j)
float.__getformat__("double")[:4], float.__getformat__("float")[:4]
float.__getformat__("long")
round(2.5), round(3.5), round(-2.5), round(0.5), round(1e300), round(2.675, 2), round(1234.5678, -2), round(5.5, -1), round(0.05, 1), round(1e-320, 320), round(1.5, 400), round(1.5, -400)
round(float("inf"))
round(float("nan"))
round(float("inf"), 2), round(float("nan"), 1), round(-0.4), round(-0.4, 0), round(1.25, 1), round(1.35, 1), round(2.5, None)
round(1.5, "1")
round(1.5, 1.0)
round(1e308, -308), round(1.7e308, -308)
(2.7).__trunc__(), (-2.7).__trunc__(), (2.7).__floor__(), (-2.7).__floor__(), (2.2).__ceil__(), (-2.2).__ceil__(), (2.5).__round__(), (2.5).__int__()
float("inf").__floor__()
float("nan").__ceil__()
float("inf").__trunc__()
(1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__getnewargs__(), (1.5).__bool__(), (0.0).__bool__(), (1.5).__float__(), (-1.5).__abs__(), (1.5).__neg__(), (1.5).__pos__()
hash(1.0), hash(0.5), hash(-1.0), hash(float("inf")), hash(float("-inf")), hash(1e300), hash(-0.0), hash(2.0**61), hash(5e-324), hash(0.1)
''')


class Real(float):
    def __repr__(self):
        return f"Real({float.__repr__(self)})"


print(Real("2.5"), Real.fromhex("0x1p3"), [Real.from_number(3)], f"{Real(2):.3f}", "%r %s" % (Real(1), Real(1)))
print(type(Real(1) + 1), type(-Real(1)), type(Real(1).real), type(Real(3.7).__round__(1)), round(Real(2.5)))
