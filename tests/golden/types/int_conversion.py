"""`int(...)`: strings in every base, floats, objects; and printing back."""

print(int(), int(5), int(5.9), int(-5.9), int("12"), int("  -12\n"), int("+7"), int("1_000"), int(True), int("0"), int("-0"), int("007"))
print(int("ff", 16), int("0xFF", 16), int("0b101", 2), int("0o17", 8), int("z", 36), int("0x1f", 0), int("0b11", 0), int("10", 0), int("0", 0))
print(int("101", 2), int("-0x10", 16), int("1_0", 2), int("٣٤"), int(b"42"), int(b"ff", 16), int("１２"))
print(int("9" * 50), int("-" + "1" * 60), int("f" * 40, 16), int("1" * 100, 2), int("z" * 30, 36), int("7" * 40, 8))
print(int(1e20), int(1.5e300) % 10 ** 9, int(2.0 ** 60), int(-2.0 ** 70), int(123456789.987))


def attempt(*args, **kwargs):
    try:
        print(int(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("", " ", "a", "1a", "1 2", "1__0", "_1", "1_", "0x", "--1", "+-1", "1.5", "1e5", "½", "0b2", "\x00", "12\x00", "é"):
    attempt(text)
attempt("12", 1)
attempt("12", 37)
attempt("12", -1)
attempt("9", 8)
attempt("08", 0)
attempt("0_7", 0)
attempt("0b_1", 0)
attempt("g", 16)
attempt(None)
attempt([])
attempt(5, 10)
attempt(1.5, 10)
attempt("5", 10.0)
attempt("5", "10")
attempt(float("nan"))
attempt(float("inf"))
attempt(1j)
attempt(b"a")
attempt(b"\xff")
attempt("a" * 250)
attempt("10", base=2)
attempt(base=2)
attempt(x=5)
attempt(1, 2, 3)


class Index:
    def __index__(self):
        return 7


class Int:
    def __int__(self):
        return 8


class Trunc:
    def __trunc__(self):
        return 9


class BadInt:
    def __int__(self):
        return "x"


class BadIndex:
    def __index__(self):
        return 1.5


class FloatInt:
    def __int__(self):
        return 1.5


class IntSub(int):
    pass


for thing in (Index(), Int(), Trunc(), BadInt(), BadIndex(), FloatInt(), IntSub(6)):
    attempt(thing)
attempt("11", Index())
attempt("11", BadIndex())
print([10, 20, 30, 40, 50, 60, 70, 80][Index()], range(10)[Index()], "abcdefgh"[Index()], [0] * Index(), hex(Index()), bin(Index()))
for source in ("[][BadIndex()]", "hex(BadIndex())", "range(BadIndex())", "'a' * BadIndex()", "hex(1.5)", "bin('a')", "oct(None)", "chr(BadIndex())"):
    try:
        eval(source)
    except TypeError as error:
        print(source, error)
print(hex(255), hex(-255), hex(0), oct(8), oct(-8), bin(5), bin(-5), bin(0), hex(2 ** 70), bin(2 ** 65), oct(2 ** 64), hex(True))
print(str(10 ** 40), repr(-10 ** 40), str(2 ** 200), str(True), repr(0))
print(type(IntSub(5) + 1).__name__, type(+IntSub(5)).__name__, IntSub(5) == 5, repr(IntSub(5)), {IntSub(5): 1}[5], isinstance(True, int))
print(5 == 5.0, 2 ** 53 == float(2 ** 53), 5 in [5.0], {5: "a", 5.0: "b", True: "c", 1: "d"})
