"""decimal: the format mini-language, in all its parts."""
import warnings
from decimal import *

warnings.simplefilter("ignore")
D = Decimal
VALUES = [D("-1234.567891"), D("0E+3"), D("NaN"), D("-Inf"), D("-0.0004"), D("1.5E+30"), D("9.9995"), D("123456789"), D("0.00")]
SPECS = [
    "", ",.3_f", "_.3,f", "#.3f", "z.1f", "010", "<010", "=10", "^12", "é>10", ".3", "%", ".1%", "n", "d", "s", " ", "+", "-", ".", ".f", "_", "_f", ",", ".3_", "020,.2f", "x<020,.2f", "+020,.2f", "a", "10a",
    "-z.1f", "zf", "e", ".0e", ".3e", "g", "G", "E", "F", "0=+12", "\x00<5", "i", "Z", ",g", ",e", "*^+30,.4f", "015", "016,", ".0f", ".0%", ".20g", "1.1", "€=20_.2f", ",n", "<,.2f", "N", "#g", "#.0f",
]
for spec in SPECS:
    for value in VALUES:
        try:
            print(repr(format(value, spec)), end=" ")
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e, end=" ")
    print(repr(spec))
for given in [(5,), ([],), (".2f", {"decimal_point": "x"}), ("012n", {"decimal_point": ",", "thousands_sep": ".", "grouping": "\3\2\0"}), (".2f", 5), ("g", {"decimal_point": ""}), ("g", {"decimal_point": "xxxxx"}), (), ("", {}, 3),
              ("n", {"decimal_point": ",", "thousands_sep": " ", "grouping": "\3\x7f"}), ("=9223372036854775807.1",), (".2f", {"decimal_point": 3})]:
    try:
        print(repr(D("1234567.5").__format__(*given)))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for rounding in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    with localcontext(rounding=rounding, capitals=0, prec=4):
        print([format(D(text), ".1f") for text in ("0.05", "0.15", "-0.05", "0.25", "9.96", "0.01", "-0.51")], format(D("6.09E+23"), "_.2"), format(D("6.05E+23"), ".2"), str(D("1E+9")), f"{D('123456.789'):.3}")
