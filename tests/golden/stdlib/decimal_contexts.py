"""decimal: contexts, signals, traps and flags; copies, pickles, subclasses."""
import contextvars
import copy
import decimal
import numbers
import pickle
from decimal import *

C, D = Context, Decimal


def show(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


show(
    lambda: C(prec=0), lambda: C(prec=10**19), lambda: C(prec="x"), lambda: C(prec=1.5), lambda: C(Emin=1), lambda: C(Emax=-1), lambda: C(capitals=2),
    lambda: C(clamp=2), lambda: C(clamp=2**31), lambda: C(rounding="x"), lambda: C(rounding=None), lambda: C(flags=3), lambda: C(flags={}), lambda: C(traps=[3]), lambda: C(traps=[Inexact]),
    lambda: C(1, ROUND_UP, -3, 4, 0, 1, [Inexact], [Rounded]), lambda: C(1, 2, 3, 4, 5, 6, 7, 8, 9), lambda: C(x=1), lambda: setattr(C(), "foo", 1), lambda: delattr(C(), "prec"), lambda: C().foo,
    lambda: C().__reduce__(), lambda: C().copy(), lambda: C().Etiny(), lambda: C().Etop(), lambda: C().radix(), lambda: C().add(1, 2), lambda: C().add(1, 2.0), lambda: C().add(1), lambda: C().add(a=1, b=2),
    lambda: C().power(2, 3), lambda: C().power(2, 3, 5), lambda: C().power(a=2, b=3, modulo=None), lambda: C().power(1), lambda: C().power(1, 2, 3, 4), lambda: C().power(a=1, b=2, c=4),
    lambda: C().fma(1, 2), lambda: C().fma(2, 3, 4), lambda: C().divmod(1), lambda: C().divmod(7, 2), lambda: C().create_decimal("x"), lambda: C().create_decimal(), lambda: C().create_decimal(1, 2),
    lambda: C().create_decimal(" 1"), lambda: C().create_decimal("1_0"), lambda: C(prec=3).create_decimal("123456"), lambda: C(prec=3).create_decimal("NaN12345"), lambda: C(prec=3).create_decimal(123456),
    lambda: C(prec=3).create_decimal(1.1), lambda: C(prec=3).create_decimal((0, (1, 2, 3, 4), 5)), lambda: C().create_decimal_from_float(1), lambda: C().create_decimal_from_float("x"),
    lambda: C().to_sci_string(1), lambda: C(capitals=0).to_eng_string(D("1E+5")), lambda: C().canonical(1), lambda: C().canonical(D(1)), lambda: C().is_canonical(1), lambda: C().is_nan(1), lambda: C().is_nan("x"),
    lambda: C().number_class(1), lambda: C().copy_decimal(1), lambda: C(prec=1)._apply(D("15")), lambda: setcontext(1), lambda: localcontext(1), lambda: localcontext(foo=3), lambda: IEEEContext(32), lambda: IEEEContext(512),
    lambda: IEEEContext(33), lambda: IEEEContext("x"), lambda: IEEEContext(1024), lambda: IEEEContext(0), lambda: DefaultContext, lambda: BasicContext, lambda: ExtendedContext, lambda: C().logical_and(1, 1),
    lambda: (MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS, HAVE_CONTEXTVAR, decimal.IEEE_CONTEXT_MAX_BITS), lambda: (decimal.__version__, decimal.__libmpdec_version__),
)
c = C(prec=5, traps=[])
print(c.divide(1, 3), c.sqrt(-1), c.divide(1, 0), c.divide(0, 0), c.flags)
print(len(c.flags), list(c.flags) == list(c.traps), Inexact in c.flags, c.flags[Inexact], c.flags.get("x"), dict(c.flags.items()) == c.flags)
show(lambda: c.flags["x"], lambda: c.flags.__setitem__("x", 1), lambda: c.flags.__delitem__(Inexact), lambda: c.flags.copy(), lambda: c.flags == c.traps, lambda: c.flags == 3, lambda: hash(c.flags))
c.flags[Inexact] = False
c.traps = c.flags
print(c)
c.flags = {signal: signal is Clamped for signal in c.flags}
c.clear_traps()
print(c, c.flags is c.flags)
c.clear_flags()
print(c)
for text in ["1E-7", "1E-8", "1.5E-8", "9.9999E+5", "99999E+5", "0E+9", "0E-19", "123456", "NaN", "sNaN"]:
    for rounding in [ROUND_HALF_EVEN, ROUND_UP, ROUND_FLOOR]:
        small = C(prec=3, Emin=-5, Emax=5, rounding=rounding, traps=[])
        print(text, small.plus(D(text)), [s.__name__ for s, set in small.flags.items() if set], end="; ")
    print()
for trap in getcontext().traps:
    small = C(prec=3, Emin=-5, Emax=5, traps=[trap])
    for operation in [lambda: small.plus(D("1E-7")), lambda: small.multiply(D("1E-4"), D("1E-4")), lambda: small.multiply(D("1E+4"), D("1E+4")), lambda: small.divide(1, 0), lambda: small.divide(1, 3),
                      lambda: small.create_decimal("x"), lambda: small.plus(D("1.000")), lambda: small.scaleb(D(0), 30), lambda: small.divide_int(D("1E+5"), 1), lambda: small.create_decimal(1.5)]:
        try:
            print(operation(), end=" ")
        except ArithmeticError as e:
            print(type(e).__name__, e.args, end=" ")
    print()
print([e.__mro__[1:-3] for e in (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, decimal.ConversionSyntax, decimal.DivisionUndefined)] if hasattr(decimal, "ConversionSyntax") else
      [e.__mro__[1:-3] for e in (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow)])
print(getcontext())
with localcontext() as inner:
    inner.prec = 5
    print(D(1) / 3, getcontext() is inner)
    with localcontext(prec=3, rounding=ROUND_UP) as more:
        print(D(1) / 3, more.rounding, more.flags[Inexact])
    print(D(1) / 3)
print(D(1) / 3, getcontext().flags[Inexact])
setcontext(ExtendedContext)
print(getcontext() is ExtendedContext, getcontext() == ExtendedContext, D(1) / 0)
setcontext(C(prec=4))
print(contextvars.copy_context().run(lambda: (setcontext(C(prec=2)), D(1) / 3)[1]), D(1) / 3)
with localcontext(C(traps=[FloatOperation])):
    show(lambda: D(1.5), lambda: D(1) < 1.5, lambda: D(1) == 1.5, lambda: D.from_float(1.5), lambda: getcontext().create_decimal(1.5), lambda: D.from_number(1.5))
setcontext(DefaultContext)


class Money(Decimal):
    __slots__ = ("unit",)

    def __new__(cls, value="0", unit="EUR"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


class Plain(Decimal):
    pass


class MyContext(Context):
    pass


m, p = Money("1.50", "CHF"), Plain(7)
p.note = 3
print(repr(m), m.unit, type(m + 1), m == D("1.5"), type(copy.copy(m)), repr(copy.deepcopy(p)), type(Plain(p)), type(Decimal(p)), type(Plain.from_float(1.5)), type(Plain.from_number(2)))
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in [D("-1.50"), D("sNaN12"), D("9" * 60), p, C(prec=7, traps=[Inexact]), MyContext(prec=3)]:
        back = pickle.loads(pickle.dumps(value, protocol))
        print(type(back).__name__, back if isinstance(back, Context) else repr(back), end=" ")
    print()
d = D(1)
print(copy.copy(d) is d, copy.deepcopy(d) is d, D(d) is d, isinstance(d, numbers.Number), isinstance(d, numbers.Real), type(copy.copy(MyContext())).__name__, MyContext(prec=3).copy())
print(repr(m.as_tuple()), DecimalTuple(0, (1,), 2)._fields, D.__doc__ is None or True, d.__reduce__(), str(d.__sizeof__()))
try:
    d.x = 1
except AttributeError as e:
    print(e)
