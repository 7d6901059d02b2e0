"""The math module."""

import math


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(16), math.sqrt(2), math.isqrt(17), math.isqrt(10 ** 40), math.exp(0), math.exp(1), math.expm1(1e-10), math.exp2(3), math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(10 ** 400), math.log2(2 ** 2000))
print(math.sin(0), math.cos(0), math.tan(0.5), math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), round(math.acosh(2), 12), round(math.atanh(0.5), 12), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (3, 4)))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(2.9), math.trunc(-2.9), math.floor(5), math.ceil(1e20), math.fabs(-3), math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.modf(-3.25), math.frexp(8), math.ldexp(0.5, 4), math.copysign(3, -0.0))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-4, 6, 8), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.factorial(0), math.factorial(20), math.factorial(30), math.comb(5, 2), math.comb(50, 25), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.gcd(2 ** 100, 6 ** 50), math.gcd(10 ** 30, 15))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-9, abs_tol=1e-8), math.prod([1, 2, 3]), math.prod([]), math.prod([2, 0.5], start=10), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]))
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.ulp(1), math.nextafter(1, 2), math.nextafter(0, -1), math.fma(2, 3, 4), math.pow(2, 0.5), math.pow(2, -1), math.pow(0, 0), math.pow(math.inf, 0))
for source in ("math.sqrt(-1)", "math.sqrt('a')", "math.sqrt()", "math.sqrt(1, 2)", "math.log(0)", "math.log(-1)", "math.log(1, 1)", "math.log()", "math.log('a')", "math.exp(1000)", "math.asin(2)", "math.acosh(0)", "math.atanh(1)", "math.factorial(-1)", "math.factorial(1.5)", "math.factorial(2.0)", "math.isqrt(-1)", "math.isqrt(1.5)",
               "math.gcd(1.5)", "math.comb(-1, 2)", "math.perm(5, -1)", "math.floor('a')", "math.floor(math.nan)", "math.ceil(math.inf)", "math.trunc('a')", "math.fmod(1, 0)", "math.fmod(math.inf, 1)", "math.pow(0, -1)", "math.pow(-1, 0.5)", "math.pow(10, 400)", "math.ldexp(1, 2000)", "math.remainder(1, 0)", "math.gamma(0)", "math.gamma(200)", "math.lgamma(0)",
               "math.prod(5)", "math.prod(['a', 'b'])", "math.fsum(['a'])", "math.sumprod([1], [1, 2])", "math.dist((1,), (1, 2))", "math.hypot('a')", "math.sin(math.inf)", "math.sin(10 ** 400)", "math.sqrt(10 ** 400)", "math.log2(-5)", "math.log10(0)", "math.isclose(1, 1, rel_tol=-1)", "math.missing", "math.cosh(1000)", "math.floor()", "math.copysign(1)"):
    attempt(source)


class Float:
    def __float__(self):
        return 4.0


class Rounding:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class Index:
    def __index__(self):
        return 6


print(math.sqrt(Float()), math.floor(Rounding()), math.ceil(Rounding()), math.trunc(Rounding()), math.gcd(Index(), 4), math.factorial(Index()), math.floor(Float()), math.sqrt(True), math.hypot(), math.atan2(-0.0, -1), math.atan2(0, -1))
print([round(math.sin(x / 10), 12) for x in range(0, 30, 7)], math.floor(-0.5), math.ceil(-0.5), repr(math.sqrt(-0.0)), math.fmod(-1e-300, 1), math.floor(2 ** 60 + 0.5), math.floor(1e300) == int(1e300), math.log(2 ** 70) == 70 * math.log(2))
