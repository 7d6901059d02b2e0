"""Fractions: parsing, arithmetic with every kind of number, limits, formats and refusals."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from decimal import Decimal
from fractions import Fraction as F

ask("""
F(), F(3), F(6, -4), F("3/4"), F(" -1.5e2 "), F("1_000/3"), F(0.5), F(Decimal("0.1")), F(F(1, 3), F(2, 3)), F("0.125"), F(True), F("7"), F(".5"), F("5.")
F(1, 0)
F("1/0")
F("x")
F("1/ 2")
F("1.5/2")
F("")
F(1.5, 2)
F(float("nan"))
F(float("inf"))
F(None)
F([])
F("1", "2")
F(1j)
F(1, 2) + 1, 1 - F(1, 2), F(1, 2) * 0.5, F(1, 2) / F(1, 4), F(7, 2) // 2, F(-7, 2) % 2, divmod(F(7, 2), F(1, 3)), F(1, 2) ** 2, F(1, 2) ** -2, F(1, 4) ** 0.5, 2 ** F(1, 2), F(4) ** F(1, 2), 2 ** F(3), 0.5 + F(1, 2), 1j * F(1, 2), F(0) ** 0, -F(1, 2), +F(1), abs(F(-1, 2)), F(2, 3) ** F(2)
F(1) / 0
F(1) // 0
F(0) ** -1
F(1) + "x"
F(1, 2) == 0.5, F(1, 2) == "x", F(1, 3) == 1 / 3, F(1, 2) < 1, F(1, 2) > 0.25, F(1) == 1 + 0j, F(1, 2) < float("inf"), F(1) == float("nan"), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), hash(F(1, 2**61 - 1))
F(1) < "x"
F(1) < 1j
F(7, 2).numerator, F(7, 2).denominator, F(7, 2).as_integer_ratio(), F(4).is_integer(), int(F(-7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), round(F(1234), -2), __import__("math").floor(F(-7, 2)), __import__("math").ceil(F(-7, 2)), __import__("math").trunc(F(-7, 2)), bool(F(0)), complex(F(1, 2))
F(3.141592653589793).limit_denominator(100), F("3.14159").limit_denominator(), F(1, 3).limit_denominator(2), F.from_float(0.1), F.from_decimal(Decimal("1.1")), F.from_float(2), F(1, 3).limit_denominator(1)
F(1, 3).limit_denominator(0)
F.from_float("x")
F.from_decimal(1.5)
f"{F(1, 3)}", f"{F(1, 3):.3f}", f"{F(22, 7):10.2f}|", f"{F(1, 3):e}", f"{F(1, 3):g}", f"{F(5, 4):%}", f"{F(10**6, 3):,.1f}", f"{F(-1, 3):+.2f}", f"{F(3):5}|", f"{F(1, 2):>8}|", f"{F(1, 2):_}", f"{F(4):#}", f"{F(3, 4):010.3f}", repr(F(1, 2)), str(F(4, 2))
f"{F(1, 2):x}"
f"{F(1, 2):s}"
setattr(F(1), "numerator", 5)
F(1, 2).__class__.__mro__[1].__name__, F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate(), __import__("copy").copy(F(1, 2)), __import__("pickle").loads(__import__("pickle").dumps(F(1, 2))), sum([F(1, 2), F(1, 3)]), max(F(1, 2), 0.75), sorted([F(1, 2), 0.25, 1])
""")
