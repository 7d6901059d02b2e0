"""Methods of float and complex and the texts of what goes wrong."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

inf, nan = float("inf"), float("nan")
ask("""
(0.1).hex(), (-0.0).hex(), inf.hex(), nan.hex(), (5e-324).hex(), (1e308).hex(), (1.0).hex()
float.fromhex("0x1.8p3"), float.fromhex("-.8p1"), float.fromhex("inf"), float.fromhex(" 1.0 "), float.fromhex("0x.1"), float.fromhex("nan"), float.fromhex("0x1p-1074"), float.fromhex("1e5")
float.fromhex("0x")
float.fromhex("0x1p5000")
float.fromhex("x")
float.fromhex(5)
(0.1).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.0).as_integer_ratio(), (1e300).as_integer_ratio()[1]
inf.as_integer_ratio()
nan.as_integer_ratio()
(5.0).is_integer(), (5.5).is_integer(), inf.is_integer(), (-0.0).is_integer()
float("1_000.5"), float(" 1e5 "), float("-iNf"), float("+nan"), float("١٢"), float(b"1.5"), float("1."), float(".5"), float("1e-400"), float("1e400"), float()
float("1__0")
float("")
float(".")
float("1e")
float("0x1")
float("1 2")
float(b"x")
float("a\\0")
float(None)
float(1j)
float([])
float(2**2000)
float(x=1)
float(1, 2)
1.5 // 0
1.5 % 0.0
divmod(1.5, 0.0)
0.0 ** -1
(-8.0) ** (1/3)
10.0 ** 400
-7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), inf % 5, 5 % inf, -5 % inf, 5 // inf, -5 // inf, inf // 5, -0.0 % 5, 0.0 % -5, 1e300 // 1e-10 > 0
divmod(inf, 2), divmod(5.0, -inf), nan // 1
inf - inf, inf * 0, -inf + inf, nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], inf == inf, 0.0 == -0.0
2.0 ** 0.5, (-2.0) ** 2, (-2.0) ** -3, 0.0 ** 0, nan ** 0, 1 ** nan, inf ** -1, (-inf) ** 3, (-0.0) ** -2 if False else "skipped", 2 ** -1074.0
round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1e300, 2), round(1234.5, -2), round(0.5), round(1.5, 400), round(1.5, -400), round(-0.4), round(5.5, None)
round(inf)
round(nan)
round(nan, 2), round(inf, 2)
round(1.5, 1.5)
round(1e308, -308)
round(1.7e308, -308)
float.__round__(1.5, 0), (1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__(), (1.5).__int__(), (1.5).__bool__()
inf.__trunc__()
nan.__floor__()
(1.5).__add__("x"), (1.5).__eq__(1), (1.5).__lt__(2**2000), (1.5).__radd__(1), (1.5).__rpow__(4), (1.5).__pow__(2, None)
(1.5).__pow__(2, 3)
1e16 == 10**16, 1e16 + 1 == 10**16 + 1, 2.0**53 == 2**53 + 1, 1e308 < 10**400, -1e308 > -10**400, inf > 10**400, nan < 10**400, 0.1 + 0.2 == 0.3, 1.5 < True
hash(1.0), hash(0.5), hash(inf), hash(-inf), hash(1e300) == hash(int(1e300)), hash(-0.0), hash(2.0**61)
repr(1e15), repr(1e16), repr(1e-4), repr(1e-5), repr(123456789012345678.0), repr(1e22), repr(1e23), repr(5e-324), repr(1.7976931348623157e308), repr(-0.0), str(1e100)
(1.5).conjugate(), (1.5).real, (1.5).imag, float.__getformat__("double"), float.__getformat__("float"), (1.5).__getnewargs__()
float.__getformat__("x")
float.from_number(5), float.from_number(True), complex.from_number(2), complex.from_number(1.5)
float.from_number("5")
complex.from_number("5")
complex("1+2j"), complex(" -j "), complex("(1e5-infj)"), complex("nan+nanj"), complex(1, 2), complex("3"), complex(), complex(real=1, imag=-0.0), complex(1.5)
complex("1 + 2j")
complex("1+2")
complex("")
complex("1", 2)
complex(1, "2")
complex([])
complex(None)
complex(1, None)
complex("j" * 3)
1j // 1
1j % 1
divmod(1j, 1)
1j / 0
0j ** -1
0j ** 1j
pow(1j, 2, 3)
int(1j)
1j ** 2, 1j ** 0.5, (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), abs(3 + 4j), -(1 + 0j), +1j, (1 + 2j).conjugate(), 1j == 1, (2 + 0j) == 2, hash(2 + 0j), hash(1 + 2j)
abs(complex(inf, nan)), abs(complex(1e308, 1e308)) if False else 0, complex(inf, 0) * 1j, complex(0.0, -0.0), complex(-0.0, 0.0), -0j, 1 - 0j, repr(complex(nan, -inf)), (1+2j) - 1, 1 - (1+2j), 2.5 * 1j, 1j / 2
abs(complex(1e308, 1e308))
1e308j * 10
1e200j ** 2
1e200j ** 3.5
bool(0j), bool(1j), (1j).__format__(""), format(1 + 2j, ".2f"), format(1j, "g"), format(-1.5j, "e"), format(1 + 1j, ">20"), format(1j, "+.1f")
format(1j, "d")
format(1j, "010")
format(1j, "=10")
1j < 2j
(1j).__lt__(2j), (1j).__eq__(1), (1j).__add__("x")
1j .x
complex.__new__(complex, 1j, 1j), complex(1j, 2)
""")
