"""Decimal in depth: contexts, rounding, signals, special values, comparison and conversion."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import decimal
from decimal import *

D = Decimal
getcontext().prec = 12
ask("""
D("1.10") + D("2.20"), D("1.10") * 2, 3 - D("0.1"), D(7) / 3, D(7) // -2, D(7) % -2, D(-7) % 2, divmod(D(7), -2), D(2) ** 10, D(2) ** -2, D("0.5") ** D("0.5"), -D("0"), +D("-0"), abs(D("-1.0"))
D("1E+5"), D("1E5").normalize(), D("100").normalize(), D("1.2300"), D("0E-7"), D("-0.00"), D(".5"), D("5."), D(" 1 "), D("1_000"), D("١"), D(True), D(10**30), D((1, (1, 2, 3), -2)), D((0, (0,), "F"))
D(0.1), D(1.5), D.from_float(0.25), D(float("inf")), D(float("nan")), D.from_number(5) if hasattr(D, "from_number") else 5
D("NaN"), D("sNaN"), D("-Infinity"), D("nan123"), D("inf") - D("1"), D("NaN") == D("NaN"), D("NaN") != 1
D(2).sqrt(), D(2).ln(), D(100).log10(), D(1).exp(), D(0).exp(), D("1e10").logb()
D(0).ln(), D(0).log10(), D("inf").ln()
D("1.25").quantize(D("0.1")), D("1.35").quantize(D("0.1")), D("1.25").quantize(D("0.1"), ROUND_UP), D("-1.25").quantize(D("0.1"), rounding=ROUND_CEILING), D("1").quantize(D("1e-3")), D("12.5").to_integral_value(), D("13.5").to_integral_value(ROUND_DOWN), D("12.5").to_integral_exact()
[D("-2.5").quantize(D(1), r) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)]
D("2.5").__round__(), round(D("2.5")), round(D("3.5")), round(D("2.675"), 2), round(D("-2.5"), 0), int(D("-2.9")), float(D("0.1")), complex(D("1.5")), D("1.9").__trunc__(), __import__("math").floor(D("-1.5")), __import__("math").ceil(D("-1.5"))
D("1.5").as_tuple(), D("-inf").as_tuple(), D("1.5").as_integer_ratio(), D("0.1").adjusted(), D("1.50").canonical(), D("5").conjugate(), D("1.5").copy_abs(), D("1.5").copy_negate(), D("1.5").copy_sign(D(-1))
D("inf").as_integer_ratio()
D("nan").as_integer_ratio()
D(1) == 1, D("1.0") == 1.0, D("0.1") == 0.1, D(1) < 1.5, D(1) == True, D("1.5") == __import__("fractions").Fraction(3, 2), hash(D(5)) == hash(5), hash(D("0.5")) == hash(0.5), hash(D("1.10")) == hash(D("1.1"))
sorted([D(3), 1, D("-inf"), 2.5]), max(D(1), D("nan")).is_nan() if False else 0, D(1).max(D(2)), D(1).min(D("nan")), D(1).compare(D(2)), D("1.0").compare_total(D("1.00")), D(-1).max_mag(D(-2)), D(2).compare_signal(D(1))
D("1.5").is_finite(), D("nan").is_qnan(), D("snan").is_snan(), D("-0").is_signed(), D("0").is_zero(), D("1e-999999").is_subnormal(), D("inf").is_infinite(), D("1").is_normal(), D("NaN").number_class(), D("-0").number_class()
D("123").shift(2), D("123").rotate(1), D("5").scaleb(3), D("1.23").radix(), D("7").remainder_near(D(4)), D("1.1").same_quantum(D("2.2")), D(2).fma(3, 4), D("1010").logical_and(D("1100")), D("10").logical_or(D("1")), D("10").logical_invert(), D(1).next_plus(), D(1).next_minus(), D(1).next_toward(D(2))
str(D("1E-7")), str(D("0.000001")), str(D("1E+3")), D("1E+3").to_eng_string(), D("12E+4").to_eng_string(), repr(D("1E-10")), f"{D('1234.567'):.2f}", f"{D('1234.5'):,}", f"{D('0.00001'):g}", f"{D('1e5'):f}", f"{D('12345'):e}", f"{D('-5'):08.2f}", f"{D('0.5'):%}", f"{D('1.5'):>10}", f"{D('nan'):10}|", f"{D('1E+2')}", f"{D('3.14159'):.3}", f"{D('5'):+}", f"{D('1234567.891'):_.1f}"
getcontext().prec, getcontext().rounding, getcontext().Emax, sorted(s.__name__ for s, v in getcontext().traps.items() if v)
Context(prec=3).create_decimal("1.23456"), Context(prec=2).divide(1, 3), Context(prec=5).sqrt(2), Context(prec=3, rounding=ROUND_DOWN).plus(D("1.2399")), Context(prec=3).power(2, 100), Context().to_sci_string(D("1E+3"))
setattr(getcontext(), "nothing", 1)
D.__mro__[1].__name__, D("1.5").real, D("1.5").imag, D(1).__class__, bool(D("0.0")), bool(D("nan")), D(3).__floordiv__(2), D(3).__add__("x"), pow(D(3), 4, 5), pow(2, D(3))
""")
with localcontext() as context:
    context.prec = 3
    context.traps[Inexact] = True
    try:
        print(D(1) / 3)
    except Inexact as error:
        print("inexact")
    context.traps[Inexact] = False
    print(D(1) / 3, bool(context.flags[Inexact]), bool(context.flags[Rounded]))
    context.clear_flags()
    context.traps[DivisionByZero] = False
    print(D(-1) / 0, bool(context.flags[DivisionByZero]))
    context.Emax = 5
    context.traps[Overflow] = False
    print(D("9e5") * 10, D("1e5"))
with localcontext(prec=5) as context:
    print(D(1) / 7, context.prec)
print(D(1) / 7)
