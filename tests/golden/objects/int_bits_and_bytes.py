"""Bits and bytes of ints: shifts, masks, bit_length, bit_count, to_bytes, from_bytes."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


ask(r'''
[(n.bit_length(), n.bit_count()) for n in (0, 1, -1, 255, -256, 2**64, -(2**64), 2**100 - 1)]
1 << 100, -1 << 65, 1 << 0, 0 << 10**30, 5 >> 1, -5 >> 1, -5 >> 100, 5 >> 10**30, -1 >> 10**30, 2**100 >> 98
1 << -1
1 >> -1
1 << -(2**70)
1 << 1.0
1 >> "a"
6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 3, -6 | 3, -6 ^ 3, 2**100 & -1, -(2**100) | 1, (2**100 - 1) ^ (2**99), ~(2**100)
True & False, True | 2, True ^ True, ~True if False else ~1
(1000).to_bytes(2), (1000).to_bytes(2, "little"), (0).to_bytes(), (0).to_bytes(0), (255).to_bytes(), (-1).to_bytes(3, signed=True)
(-128).to_bytes(1, signed=True), (127).to_bytes(1, "big", signed=True), (2**70).to_bytes(9, byteorder="big")
(256).to_bytes(1)
(-1).to_bytes(2)
(128).to_bytes(1, signed=True)
(-129).to_bytes(1, signed=True)
(1).to_bytes(-1)
(1).to_bytes(1, "middle")
(1).to_bytes(1, 5)
(1).to_bytes("1")
(1).to_bytes(length=2, byteorder="little", signed=False)
(1).to_bytes(Index(3), "big")
int.from_bytes(b""), int.from_bytes(b"\x01\x00"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"\xff", signed=True)
int.from_bytes([1, 2, 3]), int.from_bytes((255,), "big", signed=True), int.from_bytes(bytearray(b"ab")), int.from_bytes(memoryview(b"ab"), "little")
int.from_bytes(range(5), "big")
int.from_bytes([256])
int.from_bytes([-1])
int.from_bytes("ab")
int.from_bytes(5)
int.from_bytes(b"a", "up")
int.from_bytes(b"a", byteorder=None)
int.from_bytes()
int.from_bytes({1, 2})
(10).as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio()
(5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (5).is_integer(), True.numerator
(5).numerator.__class__, True.real.__class__, True.conjugate()
(5).__index__(), (5).__int__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__round__(), (5).__bool__()
(1234567).__round__(-3), round(15, -1), round(25, -1), round(-25, -1), round(5, -5), round(2**70, -20), round(12, 3)
round(5, 1.0)
round(5, "1")
round(5, None)
(5).__getnewargs__(), (5).__sizeof__() > 0, (5).__hash__(), hash(2**61 - 1), hash(2**61), hash(-1), hash(-(2**61)), hash(2**100)
''')


class Half(int):
    @classmethod
    def from_bytes(cls, *args):
        return "mine"


class Third(int):
    pass


print(Half.from_bytes(b"a"), type(Third.from_bytes(b"\x05")), Third.from_bytes(b"\x05"))
print(type(Third(5) + 1), type(+Third(5)), type(Third(5).conjugate()), type(Third(5).real), type(abs(Third(-5))))
