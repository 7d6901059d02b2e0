"""Division, remainder, power and rounding of ints with every combination of signs and sizes."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


numbers = [0, 1, -1, 7, -7, 2**31, -(2**31), 2**50, -(2**50), 2**63 - 1, -(2**63), 10**25, -(10**25) - 3]
for a in numbers:
    row = []
    for b in numbers:
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
            assert q == a // b and r == a % b
            row.append(f"{q}:{r}" if abs(q) < 10**6 and abs(r) < 10**6 else f"{hash(q)}:{hash(r)}")
    print(a, *row)
for a in numbers[:7]:
    for b in range(5):
        for m in (1, -1, 2, 7, -7, 10**20):
            assert pow(a, b, m) == a**b % m
    print(a, [pow(a, b) for b in range(4)], [pow(a, b, 1000007) for b in (10**3, 10**20)])

ask(r'''
pow(3, -1, 7), pow(10, -3, 7), pow(-3, -1, 7), pow(3, -1, -7), pow(38, -1, 97)
pow(2, -1, 4)
pow(0, -1, 7)
pow(2, 3, 0)
pow(2, -1), pow(-2, -3), pow(2, 0), pow(0, 0), 0**0, (-1)**-1
0**-1
0 ** -2
pow(2, 3.0, 5)
pow(2.0, 3, 5)
pow(2, 3, None), pow(2, 3, 5.0) if False else 0
pow("2", 3)
pow(2)
pow(base=2, exp=5, mod=7), pow(2, exp=3)
1 // 0
1 % 0
divmod(1, 0)
1 / 0
10**400 / 10**399, 2**1100 / 2**1090, 1 / 10**400, -(10**30) / 3
10**400 / 3
float(10**400)
10**400 * 1.0
10**400 + 0.5
10**400 < 1e308, 10**400 > float("inf"), 10**400 == float("inf"), -(10**400) < float("-inf"), 10**400 != float("nan")
2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), float(2**53) < 2**53 + 1
1 + "a"
"a" + 1
1 - None
None * 2
[] // 2
{} % 2
1 @ 2
-"a"
+None
~1.5
abs("x")
divmod("a", 2)
divmod(7, "a")
1 < "a"
1 <= None
1 > []
1 >= {}
1 == "1", 1 != None, (1).__eq__("a"), (1).__lt__(1.5), (1).__add__(1.5), (1).__truediv__(0.5)
(7).__divmod__(2), (7).__rdivmod__(2), (7).__rsub__(2), (2).__rpow__(3), (7).__rfloordiv__(50), (7).__rmod__(50), (2).__rlshift__(1), (2).__rrshift__(16)
(7).__divmod__(0)
(7).__rtruediv__(14), (7).__rand__(3), (7).__ror__(8), (7).__rxor__(1), (7).__radd__(1), (7).__rmul__(3)
max(3, 2**70, 5.5), min(-(2**70), -1e30), sum([2**70, -1, 0.5]), sum([], 5), sum([1, 2], -3)
''')
