"""struct: every code, alignment, errors."""
import struct
from struct import *

print(pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1), pack(">hi", 1, 2), pack("3s5sp", b"abc", b"x", b""))
print(unpack("<bBhHiIqQ", pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1)))
print(pack("<fde", 1.5, -2.25, 0.333), unpack("<fde", pack("<fde", 1.5, -2.25, 0.333)), pack(">d", 3.14), unpack("!f", b"\x40\x49\x0f\xdb"))
print(calcsize("bi"), calcsize("<bi"), calcsize("bq"), calcsize("4sc?"), calcsize(""), calcsize("3x2h"), pack("?c3x", True, b"z"), pack("5p", b"abcdefg"))
print(unpack("5p", pack("5p", b"ab")), unpack("10s", b"0123456789"), unpack("0s", b""), unpack("2?", b"\0\2"), list(iter_unpack("<h", b"\1\0\2\0")))
s = Struct("<2hb"); print(s.size, s.format, s.pack(1, 2, 3), s.unpack(b"\1\0\2\0\3"), s)
b = bytearray(8); pack_into("<i", b, 2, 77); print(b, unpack_from("<i", b, 2), unpack_from("<h", b, -4))
for f in (lambda: pack("i"), lambda: pack("i", 1, 2), lambda: pack("b", 128), lambda: pack("B", -1), lambda: pack("h", 40000), lambda: pack("i", "a"),
          lambda: pack("i", 1.5), lambda: pack("f", "x"), lambda: pack("c", b"ab"), lambda: pack("s", "x"), lambda: unpack("i", b"abc"), lambda: pack("y", 1),
          lambda: pack("3", 1), lambda: unpack_from("i", b"abcdef", 4), lambda: pack_into("i", bytearray(2), 0, 1), lambda: list(iter_unpack("i", b"abc")), lambda: iter_unpack("", b""),
          lambda: pack("f", 1e300), lambda: pack("e", 1e10), lambda: Struct(3), lambda: pack("Q", -1), lambda: pack("q", 2**63), lambda: unpack("i", "abcd")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([unpack("<e", pack("<e", x))[0] for x in (0.0, -0.0, 1.0, 65504.0, 6e-8, 1e-9, float("inf"), 0.1)], error.__module__, error.__name__)
