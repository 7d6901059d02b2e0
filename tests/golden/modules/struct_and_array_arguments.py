"""struct formats and array type codes: sizes, ranges, byte orders, and the text of every error."""

import array
import struct
from array import array as A


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


ask(r'''
[(f, struct.calcsize(f), struct.calcsize("=" + f)) for f in "cbB?hHiIlLqQefd"], [struct.calcsize(f) for f in ("n", "N", "P", "s", "p", "x", "5s", "3x", "bi", "@bi", "=bi", "bq", "ib", "ib0i", "<3h2b")]
struct.pack("b", -1), struct.pack("<h", 258), struct.pack(">h", 258), struct.pack("!I", 1), struct.pack("=q", -2), struct.pack("?", []), struct.pack("c", b"x"), struct.pack("3s", b"ab"), struct.pack("2s", b"abc"), struct.pack("4p", b"abcdef"), struct.pack("f", 1.5), struct.pack("<d", -0.0), struct.pack("<e", 0.1), struct.pack("2h", 1, 2), struct.pack("0s", b""), struct.pack(""), struct.pack("x2x"), struct.pack(" h  b ", 1, 2)
struct.pack("b", 128)
struct.pack("B", -1)
struct.pack("B", 256)
struct.pack("<H", 65536)
struct.pack("h", 40000)
struct.pack("<i", 2**31)
struct.pack("q", 2**63)
struct.pack("Q", -1)
struct.pack("b", "a")
struct.pack("b", 1.5)
struct.pack("b")
struct.pack("b", 1, 2)
struct.pack("c", "a")
struct.pack("c", b"ab")
struct.pack("s", "a")
struct.pack("d", "a")
struct.pack("f", 1e300)
struct.pack("e", 1e10)
struct.pack("z", 1)
struct.pack("<n", 1)
struct.pack("5")
struct.pack("99999999999999999999b", 1)
struct.pack(5)
struct.unpack("<hb", b"\x01\x02\x03"), struct.unpack("3s", b"abc"), struct.unpack("?c", b"\x02a"), struct.unpack("4p", b"\x02abc"), struct.unpack("<f", b"\0\0\xc0\x3f"), struct.unpack(">e", b"<\0"), struct.unpack("", b""), struct.unpack_from("<h", b"xx\1\0", 2), struct.unpack_from("b", b"abc", -1), list(struct.iter_unpack("<h", b"\1\0\2\0"))
struct.unpack("h", b"a")
struct.unpack("h", b"abc")
struct.unpack("h", "ab")
struct.unpack_from("h", b"a")
struct.unpack_from("h", b"abc", 2)
struct.unpack_from("b", b"abc", -5)
struct.unpack_from("b", b"abc", 5)
list(struct.iter_unpack("h", b"abc"))
struct.iter_unpack("", b"")
(b := bytearray(4), struct.pack_into("<h", b, 1, 258), b)[2]
struct.pack_into("h", bytearray(1), 0, 1)
struct.pack_into("b", bytearray(1), -2, 1)
struct.pack_into("b", bytearray(1), 5, 1)
struct.pack_into("b", b"a", 0, 1)
struct.pack_into("b", bytearray(1))
struct.Struct("<hb").size, struct.Struct("<hb").format, struct.Struct(b"h").pack(1), struct.Struct("h").unpack(b"\1\0"), repr(struct.Struct("h")), struct.error.__name__
struct.Struct("y")
struct.Struct(5)
A("b"), A("i", [1, 2]), A("B", b"ab"), A("d", (1.5,)), A("w", "aé"), A("u", "x").typecode, A("f", [0.1]), A("q", range(2)), A("h", A("b", [1])), array.typecodes
A("z")
A("bb")
A(5)
A()
A("b", 5)
A("b", [128])
A("B", [-1])
A("b", ["a"])
A("b", [1.5])
A("i", "ab")
A("w", [1])
A("w", b"ab")
A("d", ["a"])
A("I", [2**32])
a = 5
(x := A("i", [1, 2, 3]), x.append(4), x.extend([5]), x.insert(0, 0), x.pop(), x.pop(0), x.remove(2), x.reverse(), x.index(4), x.count(1), x.tolist(), x.itemsize, x.typecode, x.buffer_info()[1])[1:]
A("i").pop()
A("i", [1]).pop(5)
A("i", [1]).remove(9)
A("i", [1]).index(9)
A("i", [1]).append("a")
A("i", [1]).append(2**40)
A("i", [1]).extend(5)
A("i", [1]).extend(A("b", [1]))
A("i", [1]).insert("a", 1)
A("i", [1, 2])[0], A("i", [1, 2])[-1], A("i", [1, 2, 3])[::2], A("i", [1]) + A("i", [2]), A("i", [1]) * 2, 1 in A("i", [1]), A("i", [1]) == A("d", [1.0]), A("i", [1]) < A("i", [2]), len(A("h", [1])), list(reversed(A("i", [1, 2]))), A("i", [1]) == [1]
A("i", [1])[5]
A("i", [1])["a"]
A("i", [1]).__setitem__(0, "a")
A("i", [1]).__setitem__(slice(0, 1), [1])
A("i", [1]).__setitem__(slice(0, 1), A("b", [1]))
A("i", [1]) + [1]
A("i", [1]) + A("b", [1])
A("i", [1]) * "a"
A("i", [1]) < [1]
hash(A("i"))
A("h", [1, 256]).tobytes(), (x := A("h"), x.frombytes(b"\1\0\2\0"), x)[2], (x := A("h", [1, 256]), x.byteswap(), x)[2], (x := A("w", "ab"), x.fromunicode("cd"), x.tounicode())[2], (x := A("i"), x.fromlist([1]), x)[2]
A("h").frombytes(b"a")
A("h").frombytes("ab")
A("h").fromlist(5)
A("h").fromlist(["a"])
A("h").tounicode()
A("b", b"ab").__reduce_ex__(3)[0].__name__, A("i", [1]).__copy__(), bytes(A("H", [1])), memoryview(A("i", [5]))[0]
''')
