"""decimal: what constructors, methods and contexts take and refuse, and in which words."""
import math
from decimal import *
from fractions import Fraction

D = Decimal


def show(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


show(
    lambda: D(), lambda: D("x"), lambda: D(None), lambda: D([]), lambda: D((1, 2)), lambda: D((0, (1,), "x")),
    lambda: D((2, (1,), 0)), lambda: D((0, (10,), 0)), lambda: D((0, 1, 0)), lambda: D((0, (1,), "F")),
    lambda: D((0, (), "F")), lambda: D((0, (1, 2), "N")), lambda: D((1, (0, 1, 2), "n")), lambda: D((0, (0, 0), 3)),
    lambda: D([0, [1, 2], -3]), lambda: D((0, ("1",), 3)), lambda: D(("0", (1,), 3)), lambda: D((0, (1,), 3.0)),
    lambda: D((0, (1,), 10**30)), lambda: D((0, (1,), 10**18)), lambda: D((0, (1,), 999999999999999999)),
    lambda: D(1, 2), lambda: D(1, 2, 3), lambda: D(value=3), lambda: D(x=1), lambda: D(1, context=Context()), lambda: D(1, value=2),
    lambda: D(1j), lambda: D(b"1"), lambda: D(" 1_0\n"), lambda: D("1__0"), lambda: D("_1"), lambda: D("\u0661\u0662"),
    lambda: D("1\x00"), lambda: D(" "), lambda: D(""), lambda: D("1 2"), lambda: D("\u20031.5\xa0"), lambda: D("1e"),
    lambda: D("1e+"), lambda: D("."), lambda: D("+.5e-3"), lambda: D("5."), lambda: D("-iNf"), lambda: D("infinitY"), lambda: D("infi"),
    lambda: D("nan00012"), lambda: D("-snan7"), lambda: D("nan1x"), lambda: D("1e9999999999999999999999"), lambda: D("1e-9999999999999999999999"),
    lambda: D("0e9999999999999999999999"), lambda: D("9" * 50), lambda: D("0" * 50 + "7"), lambda: D(True), lambda: D(-(2**200)),
    lambda: D(0.1), lambda: D(-0.0), lambda: D(1e300) == 1e300, lambda: D(5e-324).adjusted(), lambda: D(float("inf")), lambda: D(float("nan")),
)
show(
    lambda: D.from_float("x"), lambda: D.from_float(1), lambda: D.from_float(True), lambda: D.from_float(2.5), lambda: D.from_number("1"),
    lambda: D.from_number(0.5), lambda: D.from_number(D(3)), lambda: D.from_number(7), lambda: D.from_number(1j), lambda: D(1) + 1.0, lambda: 1.0 - D(1),
    lambda: D(1) < 1j, lambda: D(1) < "x", lambda: D(1) == 1j, lambda: D(1) == 1 + 0j, lambda: D(1) ** None, lambda: pow(D(1), 2, None),
    lambda: pow(D(2), 3, 5), lambda: pow(2, D(3), 5), lambda: pow(D(2), -3, 5), lambda: pow(D(2), 3, 0), lambda: pow(D("2.5"), 3, 5),
    lambda: pow(D(-7), 3, 10), lambda: pow(D("1E+30"), 3, 7), lambda: pow(D(0), 0, 3), lambda: pow(D(3), D("1E+20"), 1000007),
    lambda: D("NaN") < 1, lambda: D("NaN") == 1, lambda: D("sNaN") == 1, lambda: D("NaN") != D("NaN"), lambda: hash(D("sNaN")),
    lambda: hash(D("Inf")), lambda: hash(D("-Inf")), lambda: hash(D("1.5")) == hash(1.5), lambda: hash(D("1E+50")) == hash(10**50),
    lambda: hash(D(-1)), lambda: hash(D("-0.1")), lambda: hash(D(2**61 - 1)), lambda: hash(D("0.00")),
    lambda: D("0.5") == Fraction(1, 2), lambda: D("0.3") < Fraction(1, 3), lambda: D("Inf") > Fraction(1, 3), lambda: D("NaN") == Fraction(1, 3),
    lambda: D("0.1") == 0.1, lambda: D("0.5") == 0.5, lambda: D("0.1") < 0.1, lambda: {D(1): 2}[1.0], lambda: 3 in [D("3.0")],
)
show(
    lambda: int(D("-7.9")), lambda: int(D("NaN")), lambda: int(D("Inf")), lambda: int(D("123E+20")), lambda: float(D("sNaN")), lambda: float(D("NaN1")),
    lambda: float(D("-Inf")), lambda: float(D("1e400")), lambda: float(D("-1.1")), lambda: float(D("1E-330")), lambda: complex(D(2)), lambda: complex(D("sNaN")),
    lambda: round(D("2.5")), lambda: round(D("3.5")), lambda: round(D("2.55"), 1), lambda: round(D("2.5"), None), lambda: round(D("2.5"), "x"),
    lambda: round(D("NaN")), lambda: round(D("Inf")), lambda: round(D("1e30"), 5), lambda: round(D(1234), -2), lambda: round(D("NaN"), 2), lambda: round(D(1), 2, 3),
    lambda: math.floor(D("2.7")), lambda: math.ceil(D("-2.7")), lambda: math.trunc(D("nan")), lambda: math.floor(D("-Inf")), lambda: math.ceil(D("2.000")),
    lambda: D("Inf").as_integer_ratio(), lambda: D("NaN").as_integer_ratio(), lambda: D("0.25").as_integer_ratio(), lambda: D("-12E3").as_integer_ratio(),
    lambda: D("-3.140").as_integer_ratio(), lambda: D("0E-5").as_integer_ratio(), lambda: D(1).as_tuple(), lambda: D("-NaN12").as_tuple(), lambda: D("sNaN").as_tuple(),
    lambda: D("-Inf").as_tuple(), lambda: D("0E5").as_tuple(), lambda: D(*[D("1.50").as_tuple()]), lambda: bool(D("0E+5")), lambda: bool(D("NaN")), lambda: bool(D("-0.1")),
)
show(
    lambda: D(1).compare(1.0), lambda: D(1).compare("x"), lambda: D(1).compare(), lambda: D(1).compare(1, other=2), lambda: D(1).compare(1, 2), lambda: D(1).compare(1, foo=2),
    lambda: D(1).compare(1, None, 3), lambda: D(1).quantize(D(1), rounding="x"), lambda: D(1).quantize(D(1), rounding=5), lambda: D(1).quantize(D(1), None, 5),
    lambda: D(1).quantize(), lambda: D(1).quantize(1, 2, 3, 4), lambda: D("1.25").quantize(D("0.1"), ROUND_HALF_UP), lambda: D("1.25").quantize(exp=D("0.1"), rounding="ROUND_" + "UP"),
    lambda: D(1).exp(5), lambda: D(1).exp(1, 2), lambda: D(1).exp(context=None), lambda: D(1).exp(context=Context(prec=5)), lambda: D(1).shift(1.5), lambda: D(1).shift(D("1.5")),
    lambda: D(1).fma(2), lambda: D(2).fma(3, 4), lambda: D(2).fma(third=3, other=4), lambda: D(1).real, lambda: D(1).imag, lambda: D(1).conjugate(), lambda: D(1).radix(),
    lambda: D(1).canonical(), lambda: D(1).is_canonical(), lambda: D(1).adjusted(), lambda: D("Inf").adjusted(), lambda: D(0).adjusted(), lambda: D(0).number_class(),
    lambda: D(1).copy_sign(-3), lambda: D(1).copy_sign(-3.0), lambda: D("sNaN").copy_abs(), lambda: D("sNaN").copy_negate(), lambda: D(1).to_eng_string(None), lambda: D("1.1").to_integral_value("ROUND_UP"),
    lambda: D("1.1").to_integral(rounding="ROUND_UP"), lambda: D("1.5").to_integral_exact(), lambda: D("12E+5").to_eng_string(), lambda: D("-0E+4").to_eng_string(), lambda: D("123E-9").to_eng_string(),
    lambda: D(1).same_quantum(D("1.0")), lambda: D("Inf").same_quantum(D("-Inf")), lambda: D("NaN").same_quantum(D("sNaN")), lambda: D(5).max(3), lambda: D(5).min("3"), lambda: D(1) // 0, lambda: D(0) % 0,
    lambda: divmod(D(7), -2), lambda: divmod(-7, D(2)), lambda: D(7) / D(0), lambda: D(0) / D(0), lambda: D(10) ** 30 // D(1), lambda: 2 ** D("0.5"), lambda: D(-8) ** D("0.5"),
)
show(lambda: pow(D(2), 3, 1), lambda: D("Inf") - D("Inf"), lambda: D("Inf") * 0, lambda: D("sNaN") + 1, lambda: -D("sNaN"), lambda: abs(D("-NaN3")), lambda: +D("-0"), lambda: -D("0.00"))
