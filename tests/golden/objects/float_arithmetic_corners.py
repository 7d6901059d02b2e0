"""Arithmetic of floats at the corners: zeros with signs, infinities, NaN, overflow, remainders."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.0, 0.1, 1e308, -1e308, 5e-324, inf, -inf, nan]
for a in values:
    for name, work in [
        ("+", lambda a, b: a + b),
        ("-", lambda a, b: a - b),
        ("*", lambda a, b: a * b),
        ("/", lambda a, b: a / b),
        ("//", lambda a, b: a // b),
        ("%", lambda a, b: a % b),
        ("**", lambda a, b: a**b),
    ]:
        row = []
        for b in values:
            try:
                row.append(str(work(a, b)))
            except (ArithmeticError, ValueError) as error:
                row.append(type(error).__name__)
        print(a, name, *row)

ask(r'''
1.0 / 0
1.0 // 0.0
1.0 % 0
divmod(1.0, 0.0)
0.0 ** -1
(-8.0) ** (1 / 3)
(-8) ** 0.5
1e200 ** 2
10.0 ** 400
2 ** 1e10
(-2.0) ** 3, (-2.0) ** -3, (-2.0) ** 0, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan, 1.0 ** inf, (-1.0) ** inf, (-inf) ** 3, (-inf) ** -3
divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -2), divmod(-0.0, 2), divmod(0.0, -2), divmod(1e300, 1e-5)[1] >= 0, divmod(5, inf), divmod(-5, inf)
7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, -1e-20 % 3.0, 1e-20 % -3.0, 5.0 % 5, -5.0 % 5, 5.0 % -5
1e16 + 1, 0.1 + 0.2, 1e308 * 10, -1e308 * 10, 1e308 + 1e308, 1e-300 * 1e-300, -1e-300 * 1e-300
max(nan, 1), max(1, nan), min(nan, 1), min(1, nan), sorted([3, nan, 1])[0], max(-0.0, 0.0), min(0.0, -0.0)
nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1}[nan], [float("nan")] == [float("nan")]
sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1, 0.5, 2**60]), sum([inf, 1]), sum([0.1] * 3, 0.0), sum([-0.0]), sum([-0.0, -0.0], -0.0)
1.5 + "a"
"a" * 1.5
[1] * 2.0
1.5 & 1
1.5 << 1
~1.5
1.5 < "a"
1.5 < 1j
1.5 == "a", 1.5 == 1.5 + 0j, 1.5 != None, 0.0 == -0.0, 1.0 == True
(1.5).__add__("a"), (1.5).__lt__(2), (1.5).__eq__(1.5), (1.5).__divmod__(1), (2.0).__rpow__(3), (2.0).__pow__(3, None), (7.0).__rmod__(9), (7.0).__rfloordiv__(20), (2.0).__rsub__(1)
(1.5).__pow__(2, 3)
abs(-0.0), abs(-inf), -0.0, +(-0.0), -nan, 0.0 * -1, 0 * -1.0, -0.0 + 0, -0.0 + -0.0, -0.0 - 0.0
1e22, 1e23, 123456789012345680.0, 1e-5, 0.0001, 1e15, 1e16, 9007199254740993.0, 1.7976931348623157e308, 2.2250738585072014e-308
''')
