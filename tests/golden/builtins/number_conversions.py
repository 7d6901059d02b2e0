"""int, float, complex, round, divmod, pow and friends on objects with odd special methods."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Int:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Trunc:
    def __trunc__(self):
        return 7


class Complex:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class MyInt(int):
    pass


class MyFloat(float):
    pass


class Rounds:
    def __round__(self, n="none"):
        return f"rounded {n}"

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return "divmod"

    def __rdivmod__(self, other):
        return "rdivmod"

    def __pow__(self, other, modulus=None):
        return f"pow {modulus}"

    def __rpow__(self, other, modulus=None):
        return f"rpow {modulus}"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __bool__(self):
        return 5

    def __hash__(self):
        return "x"

    def __len__(self):
        return 1.5


ask("""
int(Index(5)), int(Int(5)), float(Index(5)), float(Float(1.5)), complex(Index(5)), complex(Float(1.5)), complex(Complex(1j)), hex(Index(255)), bin(Index(5)), chr(Index(65)), [1, 2][Index(1)], "ab" * Index(2), range(Index(3)), round(1.55, Index(1)), bytes(Index(2)), "abc"[Index(1):], 1 << 3
int(Index("x"))
int(Int("x"))
int(Int(1.5))
int(Trunc())
int(Float(1.5))
float(Float("x"))
float(Float(5))
float(Int(5))
float(Complex(1j))
complex(1, Complex(1j))
[1][Index("x")]
[1][Int(0)]
hex(Int(5))
range(Int(5))
chr(Float(1.0))
"a" * Float(2.0)
Index(5) + 1
type(int(MyInt(5))), type(MyInt(5) + 1), type(float(MyFloat(1))), type(MyFloat(1) + 1), type(+MyInt(1)), type(abs(MyInt(-1))), type(MyInt(7).__index__()), type(round(MyInt(5))), type(MyInt("5")), MyInt(5) == 5, hash(MyInt(5)) == hash(5), {5: "x"}[MyInt(5)], repr(MyInt(5)), f"{MyInt(5):03}", str(MyFloat(1.5)), MyInt.from_bytes(b"a"), type(MyInt.from_bytes(b"a")), MyFloat.fromhex("0x1p1"), type(MyFloat.fromhex("1")), type(~MyInt(1)), type(MyInt(5).real), type(MyInt(5).conjugate()), type(MyInt(3) // 1), type(-MyFloat(1)), type(MyInt(2) ** 2), type(MyInt(1) | 2), type(divmod(MyInt(5), 2)[0]), type(MyFloat(1).real), type(int(MyFloat(5)))
round(Rounds()), round(Rounds(), 2), round(Rounds(), None), abs(Rounds()), divmod(Rounds(), 1), divmod(1, Rounds()), pow(Rounds(), 2), pow(2, Rounds()), pow(Rounds(), 2, 5), pow(2, Rounds(), 5), __import__("math").floor(Rounds()), __import__("math").ceil(Rounds()), __import__("math").trunc(Rounds())
bool(Rounds())
hash(Rounds())
len(Rounds())
int(Rounds())
not Rounds()
round(Index(5))
abs(Index(5))
divmod(Index(5), 2)
-Index(5)
__import__("math").floor(Float(1.5)), __import__("math").sqrt(Index(4)), __import__("math").gcd(Index(4), 6), __import__("math").factorial(Index(5)), __import__("math").comb(Index(5), 2), __import__("math").isqrt(Index(17)), __import__("math").ldexp(1, 3)
__import__("math").floor("x")
__import__("math").gcd(1.5)
__import__("math").factorial(1.5)
__import__("math").factorial(-1)
__import__("math").sqrt(-1)
__import__("math").log(0)
__import__("math").exp(1000)
__import__("math").fsum([1, "x"])
__import__("math").ldexp(1.0, 10**10)
__import__("math").perm(-1)
__import__("math").dist([1], [1, 2])
__import__("math").isclose(1, 1, rel_tol=-1)
__import__("math").sumprod([1], [1, 2])
int("0b101", 0), int("-0o17", 0), int("0XfF", 16), int("1" * 20), int("  12\\n"), int("１２"), int(b"0x1f", 16), int("zz", 36), float("  1.5\\n"), float("1e3"), float("infinity"), float("1_0.0_1"), complex("1e3-2.5J"), bool("0"), bool([0]), float.fromhex("-0x1.8p1")
int("1" * 4301)
str(10**4300)
int("0x", 16)
int("- 1")
int("1.5")
int(b"")
""")
