from decimal import Decimal as D, getcontext, localcontext, ROUND_HALF_UP, ROUND_FLOOR, InvalidOperation, DivisionByZero, Context, Inexact
print(D("0.1") + D("0.2"), D(1) / D(3), D("1.10") * 2, D(2).sqrt(), D("1e3"), D("123.456").quantize(D("0.01")), D("-2.5").quantize(D(1), ROUND_HALF_UP))
print(repr(D("NaN")), D("Infinity") - 1, D("-0"), D("1E+5").normalize(), D("100").normalize(), D("3.14").as_tuple(), D(7) // 2, D(-7) % 3, divmod(D(7), 2))
with localcontext() as context:
    context.prec = 5
    print(D(1) / 7, D(123456) + 1, D(2) ** D("0.5"), D(10).ln(), D(2).exp())
for make in (lambda: D(1) / 0, lambda: D("x"), lambda: D("NaN") < 1, lambda: D(0) / 0, lambda: D(1) + 1.5):
    try: print(make())
    except (ArithmeticError, TypeError) as error: print(type(error).__name__)
print(D("1.5") == 1.5, D(1) < 2, hash(D("2.0")) == hash(2), int(D("3.9")), round(D("2.675"), 2), f"{D('1234567.891'):,.2f}", f"{D('0.00001'):e}")
print(sorted([D(3), D("1.5"), D(-1)]), sum([D("0.1")] * 10), max(D(1), D(2)), D.from_float(0.1), D("1e-400") * D("1e-400"))
