"""int from text and to text: bases, underscores, signs, white space, digits of other scripts."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


ask(r'''
int("0b101", 0), int("0o17", 0), int("0xfF", 0), int("-0X1f", 16), int("+0b1", 2), int("z", 36), int("Zz", 36)
int("1_000"), int("0x_f", 0), int("0_0", 0), int(" \t\n 12 \r\n"), int("\u00a012\u2003"), int(b" 12 "), int(bytearray(b"-7"))
int("١٢٣"), int("१२"), int("９"), int("-٠٥")
int("1__0")
int("_1")
int("1_")
int("0b")
int("0b2", 0)
int("012", 0)
int("00", 0), int("0", 0)
int("12", 1)
int("12", 37)
int("12", -1)
int("12", 2**70)
int("9", 8)
int("")
int(" ")
int("+")
int("- 1")
int("1 2")
int("1\x00")
int("½")
int("²")
int(b"\xff")
int("\ud800")
int(12, 10)
int(b"10", 2), int("10", base=3)
int("10", base="2")
int(base=10)
int([], 3)
int("x" * 30)
int(None)
int([1])
int(1.9), int(-1.9), int(1e20), int(True)
int(float("inf"))
int(float("-inf"))
int(float("nan"))
int(1j)
int(), int(x := 5)
int(x=5)
int(1, 2, 3)
bin(10), oct(-8), hex(255), bin(-0), hex(-(2**70)), oct(2**64)
bin(1.5)
hex("1")
oct(None)
f"{255:b} {255:#b} {255:o} {255:#o} {255:x} {255:#X} {-255:#010x} {255:_b} {2**40:_} {2**40:,}"
f"{12345:n} {65:c} {0x10FFFF:c}"[:8]
f"{1:,b}"
f"{1:_c}"
f"{-1:c}"
f"{2**31:c}"
f"{1:.2d}"
f"{1:s}"
f"{3:+} {3: } {-3: } {3:=+5} {3:<5}| {3:^5}| {3:>5}| {3:*^5}"
str(2**200), repr(-(2**200))
''')
print(int.__repr__(5), int.__str__(-5), int.__format__(5, "03"))
for base in range(2, 37, 5):
    number = 123456789012345678901234567890
    digits = ""
    while number:
        number, digit = divmod(number, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    print(base, digits, int(digits, base) == 123456789012345678901234567890)
