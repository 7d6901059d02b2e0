"""decimal with many digits: products, quotients, roots, text, ints, functions; and what no memory is there for."""
import hashlib
import random
import sys
from decimal import *

sys.set_int_max_str_digits(0)
r = random.Random(7)
D = Decimal
c = getcontext()
c.prec, c.Emax, c.Emin = 20000, MAX_EMAX, MIN_EMIN


def digest(*values):
    print(*(hashlib.sha256(str(value).encode()).hexdigest()[:12] for value in values), *(value.adjusted() for value in values if isinstance(value, Decimal)))


def digits(n):
    return D("".join(r.choice("0123456789") for _ in range(n - 1)) + "7")


for n, m in [(30, 40), (60, 700), (500, 500), (901, 1800), (1500, 3100), (7300, 7900), (9000, 900), (7500, 19000), (40, 9999), (15000, 15000)]:
    a, b = digits(n), digits(m)
    digest(a * b, a / b, b / a, b // a if m - n < 19000 else a, b % a, a.sqrt(), a + b, a - b, a * a)
    digest(int(a), int(b), D(int(a) * int(b)), int(a).__mul__(int(b)))
    print(a * b == int(a) * int(b), b // a == int(b) // int(a), b % a == int(b) % int(a), (a * a).sqrt() == a, D(str(a)) == a, hash(a) == hash(int(a)), int(b).bit_length())
edge = D(10) ** 18000 - 1
digest(edge * edge, edge * edge + 1, (edge * edge) / edge, edge.sqrt(), edge // 7, edge / (edge - 1))
for prec in [10, 50, 200, 500]:
    c.prec = prec
    digest(D(2).exp(), D(2).ln(), D(2).log10(), D("1.000001").ln(), D("-700.5").exp(), D("12345.678").exp(), D("1E-40").exp(), D(2) ** D("0.5"), D("3.7") ** 1000, D(10).ln(), D("1E+100000").ln(), D("1E-30") + 1)
c.prec = 2000
digest(D(3).exp(), D(3).ln(), D(7) ** D("1.5"))
c.prec = MAX_PREC
for work in [lambda: D(1) / 4, lambda: D(1) / 3, lambda: D(16).sqrt(), lambda: D(2).sqrt(), lambda: D(2) ** 100, lambda: D(10) ** -3,
             lambda: D(1).quantize(D("1E-999999999999999999")), lambda: D(0).quantize(D("1E-999999999")), lambda: D("1E+999999999999999999") + 1, lambda: D("1E+999999999999999999") * 10, lambda: D("1E-999999999999999999") / 10]:
    try:
        print(work())
    except (MemoryError, ArithmeticError) as e:
        print(type(e).__name__, e)


def factorial(n, m):
    if n > m:
        return factorial(m, n)
    if m == 0:
        return 1
    if n == m:
        return n
    return factorial(n, (n + m) // 2) * factorial((n + m) // 2 + 1, m)


digest(factorial(D(3000), 0))
