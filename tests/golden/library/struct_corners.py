import struct
for form, values in [("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1)), (">fd", (1.5, -2.25)), ("=3s5pc?", (b"ab", b"xyz", b"q", True)), ("@2xi", (7,)), ("<e", (0.1,)), ("!4H", (1, 2, 3, 4)), ("n", (-5,))]:
    packed = struct.pack(form, *values); print(form, packed, struct.unpack(form, packed), struct.calcsize(form))
for make in (lambda: struct.pack("b", 200), lambda: struct.pack("i"), lambda: struct.unpack("i", b"a"), lambda: struct.pack("z", 1), lambda: struct.pack("s", "x"), lambda: struct.pack("<H", -1), lambda: struct.pack("f", "a"), lambda: struct.pack("c", b"ab"), lambda: struct.unpack_from("i", b"abcd", 2)):
    try: print(make())
    except struct.error as error: print(error)
b = bytearray(8); struct.pack_into(">H", b, 3, 0x1234); print(b, struct.unpack_from(">H", b, 3), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.Struct("<I").size, struct.Struct("<I").format)
