"""Methods of int and the texts of what goes wrong with ints."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

big = 2**100
ask("""
(5).bit_length(), (-big).bit_length(), (0).bit_length(), (255).bit_count(), (-big + 1).bit_count(), True.bit_count()
(258).to_bytes(2), (258).to_bytes(2, "little"), (258).to_bytes(4, byteorder="big"), (-2).to_bytes(2, signed=True), (0).to_bytes(0), (1).to_bytes()
(-1).to_bytes(1)
(256).to_bytes(1)
(128).to_bytes(1, signed=True)
(1).to_bytes(-1)
(1).to_bytes(1, "middle")
(1).to_bytes(1, 5)
(1).to_bytes("x")
big.to_bytes(13), (-big).to_bytes(13, "little", signed=True)
int.from_bytes(b"\\x01\\x02"), int.from_bytes(b"\\xff", signed=True), int.from_bytes([1, 2], "little"), int.from_bytes(b""), int.from_bytes(bytearray(20) + b"1")
int.from_bytes("x")
int.from_bytes([256])
int.from_bytes(5)
int.from_bytes(b"1", "x")
(6).as_integer_ratio(), True.as_integer_ratio(), (-6).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (5).is_integer()
int("12"), int(" -1_000 "), int("٣"), int("0x1f", 16), int("0b1", 0), int("z", 36), int("0", 0), int("00", 0), int(b"12"), int(bytearray(b"1"), 2), int("+7")
int("1__0")
int("_1")
int("")
int(" ")
int("0x")
int("010", 0)
int("9", 8)
int("1", 1)
int("1", 37)
int("1", big)
int("1", 1.5)
int(5, 10)
int(base=5)
int("1\\0")
int("a" * 100)
int(b"xyz")
int(b"\\xff")
int(1e30), int(-1.9), int(float(2**60)), int(True)
int(float("nan"))
int(float("-inf"))
int(1j)
int([])
int(None)
int("1", "2")
int(x=5)
int(1, 2, 3)
5 // 0
5 % 0
divmod(5, 0)
0 ** -1
5 / 0
big // 0
big / 0
5.0 % 0
big / 3, big / -big, 2**1100 / 2**1090, divmod(-big, 7), -7 // 2, -7 % 2, 7 % -3, -big % 10, big >> 98, -1 >> 1000, 1 << 3, 0 << big
2**1100 / 3
1 << -1
1 >> -1
1 << big
5 >> big, -5 >> big
pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 5, -7), pow(2, -1), pow(0, 0), pow(0, 0, 1), pow(big, 3, 17), (-2) ** 0.5
pow(2, -1, 4)
pow(2, 5, 0)
pow(2.0, 5, 3)
pow(2, 5, 3.0)
pow("2", 5)
5 + "x"
"x" + 5
5 - None
5 @ 5
-"x"
~1.5
+[]
5 & 1.0
5 < "x"
5 < None
None < None
1j < 1
5()
5[0]
5 .x
(5).__add__("x"), (5).__eq__("x"), (5).__lt__(1.5), (5).__pow__(2, 7), (5).__rpow__(2), (5).__divmod__(0.5), (5).__floor__(), (5).__round__(-1)
(5).__pow__("x", 1), (5).__rsub__(7), (5).__rdivmod__(12), int.__add__(True, True)
int.__add__("x", 5)
int.__add__(5)
int.__add__()
round(15, -1), round(25, -1), round(-15, -1), round(big, -20), round(5, -5), round(7, 3), round(5, None), round(True)
round(5, "x")
round(5, 1.5)
(5).__format__("x"), (5).__hash__(), hash(2**61 - 1), hash(-1), hash(-big), hash(2**61), (5).__sizeof__() > 0, (5).__getnewargs__(), int.__doc__[:30]
(5).__index__(), (5).__trunc__(), True.__index__(), (5).__ceil__(), bool(big), int.__new__(bool)
int.__new__(bool, 1)
int.__new__(str)
int.__new__(5)
int.__new__()
bool("False"), bool([]), bool(x=1)
bool(1, 2)
""")
