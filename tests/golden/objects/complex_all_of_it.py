"""complex: construction, texts, arithmetic, comparison, formatting and the errors of each."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Made:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 7


class Sub(complex):
    pass


inf, nan = float("inf"), float("nan")
ask(r'''
complex("1+2j"), complex(" ( 1-2j ) "), complex("j"), complex("-j"), complex("+1e3j"), complex("1_0+2_0j"), complex("inf-nanj"), complex("1.5"), complex("-.5J"), complex("1e1+1e-1j")
complex("")
complex("1 + 2j")
complex("1+2")
complex("1+2i")
complex("(1+2j")
complex("1+2jj")
complex("j1")
complex("1__0j")
complex("\ud800")
complex("1", 2)
complex(1, "2")
complex("1", "2")
complex(b"1")
complex([])
complex(None)
complex(1, None)
complex(1, []), 5
complex(), complex(1), complex(1, 2), complex(1.5, -0.0), complex(True, False), complex(real=1, imag=2), complex(imag=3), complex(Index()), complex(Float()), complex(Float(), Index())
complex(1j, 2), complex(1, 2j), complex(1j, 2j)
complex(Made(1 + 2j)), complex(Sub(1, 2)), type(complex(Sub(1, 2)))
complex(Made(5))
complex(Made("a"))
complex(1, Made(1j))
complex.from_number(5), complex.from_number(Made(1j)), type(Sub.from_number(3))
complex.from_number("5")
1j, -1j, 1 + 0j, -0j, complex(-0.0, 0), complex(0, -0.0), complex(-0.0, -0.0), complex(nan, inf), complex(1e300, -1e-300), 1e16 + 1j, complex(inf, -inf)
(1 + 2j) + 1, 1 - (1 + 2j), (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, (1 + 2j) ** -1, (1 + 2j) ** 0.5, 1j**1j, 2**1j, (1 + 2j) ** 0, 0j**0, (0j) ** (1 + 0j)
1 / 0j
1j / 0
0j ** -1
0j ** 1j
(1e200 + 1j) ** 2
(1 + 2j) ** 100, (1 + 2j) ** 101
(1 + 2j) // 1
(1 + 2j) % 1
divmod(1j, 1)
pow(1j, 2, 3)
1j < 2
1j >= 1j
sorted([1j, 2j])
max(1j, 2)
1j == 1j, 1 + 0j == 1, 1.5 + 0j == 1.5, 1j != 1j, 1j == "a", complex(nan, 0) == complex(nan, 0), 2**53 + 1 == complex(2**53), True == 1 + 0j
hash(1 + 0j) == hash(1), hash(1.5 + 0j) == hash(1.5), hash(1j), hash(1 + 2j), hash(-1j), len({1, 1.0, 1 + 0j, True})
abs(3 + 4j), abs(complex(inf, nan)), abs(complex(nan, 1)), (3 + 4j).conjugate(), (3 + 4j).real, (3 + 4j).imag, -(1 + 2j), +(1 - 0j), bool(0j), bool(1j), bool(complex(nan, 0))
abs(complex(1e308, 1e308))
int(1j)
float(1j)
round(1j)
(1 + 2j).__complex__(), Sub(1, 2).__complex__(), (1 + 2j).__getnewargs__(), (1j).__add__("a"), (1j).__eq__(1j), (1j).__lt__(1j), (1 + 1j).__rsub__(1), (2j).__rpow__(2)
(1j).real.__class__, repr(Sub(1, 2)), type(Sub(1, 2) + 1), type(-Sub(1, 2)), type(Sub(1, 2).conjugate())
f"{1+2j} {1+2j:.2f} {1+2j:+.1e} {1.5-2j:>20} {1j:<10.3g}| {1+2j:^15}| {1234.5+1j:,.1f} {1+2j:010}" if False else f"{1+2j:.2f} {1.5-2j:>20} {1234.5+1j:,.1f} {1j:g} {0j:}"
f"{1j:010}"
f"{1j:=10}"
f"{1j:d}"
f"{1j:%}"
f"{1j:s}"
'%s %r' % (1j, 1 + 1j)
'%f' % 1j
'%d' % 1j
sum([1j, 2, 0.5]), sum([1j] * 3, 1), sum([complex(0.1, 0.1)] * 10)
1j & 1
~1j
1j + "a"
(1j).imag.is_integer(), (1j).real.is_integer()
setattr(1j, "real", 5)
''')
