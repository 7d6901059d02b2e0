"""Seeded random operations of decimal in random contexts: a hash for every fifty, so that a difference is near its line."""
import random, hashlib
from decimal import *
count = 3000
r = random.Random(20261123)
R = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
def digits(n):
    k = r.randrange(6)
    if k == 0: return '9' * n
    if k == 1: return '1' + '0' * (n - 1)
    if k == 2: return ''.join(r.choice('05') for _ in range(n))
    if k == 3: return ''.join(r.choice('01') for _ in range(n))
    return ''.join(r.choice('0123456789') for _ in range(n))
def number(c):
    k = r.randrange(40)
    if k == 0: return r.choice(['NaN', 'sNaN', 'Inf', '-Inf', '-NaN12', 'sNaN345', 'NaN' + digits(40)])
    if k == 1: return r.choice(['0', '-0', '0E+5', '-0E-7', '1', '-1', '1.000', '10', '0.1', '1E+5', '2', '0.5', '-3'])
    n = r.choice([1, 2, 3, 5, 9, 10, 16, 17, 18, 19, 20, 28, 29, 36, 37, 38, 39, 40, 57, 60, 100, c.prec, c.prec + 1, c.prec * 2])
    if r.randrange(200) == 0: n = r.randrange(1000, 3000)
    s = digits(n)
    e = r.choice([0, 0, -n, -n // 2, -1, 1, r.randrange(-40, 40), r.randrange(-40, 40), c.Emax - n + 1, c.Etiny(), c.Emin, c.Emin - n, r.randrange(-1000, 1000)])
    return r.choice(['', '-']) + s + 'E%d' % e
UN = ['abs','plus','minus','sqrt','normalize','logb','logical_invert','next_minus','next_plus','to_integral_exact','to_integral_value','to_sci_string','to_eng_string','number_class','copy_abs','copy_negate','is_normal','is_subnormal','create_decimal']
SLOW = ['exp','ln','log10']
BIN = ['add','subtract','multiply','divide','divide_int','remainder','remainder_near','divmod','quantize','compare','compare_signal','compare_total','compare_total_mag','max','min','max_mag','min_mag','next_toward','same_quantum','copy_sign','logical_and','logical_or','logical_xor']
INT = ['scaleb','rotate','shift','power']
def run(f, *a):
    try: return repr(f(*a))
    except DecimalException as e: return type(e).__name__ + repr(e.args)
    except Exception as e: return type(e).__name__ + ':' + str(e)
total = hashlib.sha256()
for i in range(count):
    prec = r.choice([1, 2, 3, 5, 7, 9, 16, 19, 28, 28, 28, 28, 34, 37, 38, 39, 50, 100])
    emax = r.choice([0, 1, 6, 9, 96, 384, 6144, 999999, 10**15, MAX_EMAX])
    emin = -r.choice([0, 1, 6, 9, 95, 383, 6143, 999999, 10**15, MAX_EMAX])
    c = Context(prec=prec, Emax=emax, Emin=emin, rounding=r.choice(R), clamp=r.randrange(2), capitals=r.randrange(2), traps=r.choice([[], [], [], [InvalidOperation], [Inexact, Overflow, DivisionByZero]]))
    try:
        a = Decimal(number(c)); b = Decimal(number(c)); d = Decimal(number(c))
    except InvalidOperation: continue
    k = r.randrange(100)
    if k < 40: op = r.choice(BIN); args = (a, b)
    elif k < 60: op = r.choice(UN); args = (a,)
    elif k < 66:
        op = r.choice(SLOW); args = (a,)
        if r.randrange(2) and a.is_finite():
            args = (a.scaleb(-a.adjusted() + r.randrange(-3, 3), Context(prec=MAX_PREC,Emax=MAX_EMAX,Emin=MIN_EMIN)),)
    elif k < 78:
        op = r.choice(INT); n = r.choice([0, 1, 2, 3, -1, -2, 5, prec, -prec, prec + 1, r.randrange(-50, 50)])
        if op == 'power' and r.randrange(2):
            n = r.choice([Decimal(r.randrange(-3000, 3000)) .scaleb(-2, Context()), b, Decimal('0.5'), Decimal(10 ** r.randrange(5))])
        args = (a, Decimal(n) if r.randrange(2) else n)
        if op == 'power' and isinstance(n, Decimal) and n.is_finite() and n.adjusted() > 30 and prec > 50: continue
    elif k < 84: op = 'fma'; args = (a, b, d)
    elif k < 86:
        op = 'power'; args = (Decimal(r.randrange(-10**9, 10**9)), Decimal(r.randrange(0, 10**6)), Decimal(r.randrange(-10**6, 10**6)))
    elif k < 92:
        spec = r.choice(['', '+', ' ', '<', '>', '^', '=', '*^', 'x<', '0=']) + r.choice(['', '0', '']) + r.choice(['', '10', '30']) + r.choice(['', ',', '']) + r.choice(['', '.0', '.1', '.5', '.30']) + r.choice(['', 'e', 'E', 'f', 'F', 'g', 'G', '%', 'n'])
        op = 'format ' + spec
        if a.is_finite() and abs(a.adjusted()) > 3000: continue
        setcontext(c)
        line = run(format, a, spec)
        c = getcontext(); args = (a,)
    elif k < 96:
        op = 'ops'; args = (a, b); setcontext(c)
        line = ' '.join([run(lambda: a < b), run(lambda: a == b), run(lambda: a >= b), run(lambda: hash(a) if not a.is_nan() else 0), run(lambda: a.as_tuple()), run(lambda: str(a)), run(lambda: round(a, 3)), run(lambda: float(a))])
        if a.is_finite() and abs(a.adjusted()) < 5000: line += run(lambda: int(a)) + run(lambda: a.as_integer_ratio()) + run(lambda: a.__floor__()) + run(lambda: a.__ceil__()) + run(lambda: round(a))
        c = getcontext()
    else:
        op = 'float'; x = r.choice([r.random(), r.uniform(-1e20, 1e20), r.random() * 10.0 ** r.randrange(-300, 300), float(r.randrange(100))]); args = (x,)
        line = run(Decimal, x) + run(c.create_decimal_from_float, x) + run(Decimal.from_float, x)
    if not (op.startswith('format') or op in ('ops', 'float')):
        line = run(getattr(c, op), *args)
    flags = ','.join(k.__name__ for k, v in c.flags.items() if v)
    text = f'{i} {op} {args} prec={prec} emax={emax} emin={emin} {c.rounding} clamp={c.clamp} -> {line} [{flags}]'
    total.update(text.encode())
    if i % 50 == 49:
        print(i, total.hexdigest()[:16], text[:150])
