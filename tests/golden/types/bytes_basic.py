"""bytes: indexing, methods, conversions, errors."""

b = b"hello world"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], b[::2], list(b[:3]), b == b"hello world", b + b"!", b"ab" * 3, 104 in b, b"lo" in b, b"" in b)
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(bytearray(b"y")), bytes((65, 66)), bytes("a", encoding="ascii"))
print(b.upper(), b.title(), b.capitalize(), b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.index(b"w"), b.replace(b"o", b"0"), b.split(), b.split(b"o", 1), b"a,b".split(b","), b.partition(b" "))
print(b.startswith(b"he"), b.endswith((b"x", b"ld")), b"  x ".strip(), b"xxaxx".strip(b"x"), b"-".join([b"a", b"b"]), b"ab".center(6, b"*"), b"5".zfill(3), b"a\nb".splitlines(), b"abc".isalpha(), b"12".isdigit(), b"a b".isspace(), b"aB".swapcase())
print(b"abc".decode(), b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff\xfe".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), b"\xff".decode("utf-8", "backslashreplace"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd".hex(" ", 2), bytes.fromhex("01 ab CD"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"prefix".removeprefix(b"pre"), b"a\tb".expandtabs(4))
print(b"a" < b"b", b"a" == "a", b"abc" <= b"abd", hash(b"abc") == hash(b"ab" + b"c"), {b"k": 1}[b"k"], sorted([b"b", b"a"]), bool(b""), b"%d %s %b %x %r %a %c" % (5, b"s", b"b", 255, "r", "é", 65), b"%5.1f|%-4d|" % (1.25, 7))
print(bytes(b"a") is not None, type(b[0]).__name__, type(b[0:1]).__name__, [*b"ab"], tuple(b"c"), b"abc"[1], max(b"abc"), sum(b"abc"), bytes(reversed(b"abc")), list(enumerate(b"ab")))


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("bytes(-1)", "bytes([256])", "bytes([-1])", "bytes('a')", "bytes(5, 'x')", "bytes(['a'])", "bytes(1.5)", "bytes(None)", "bytes(object())", "b'a' + 'a'", "'a' + b'a'", "b'abc'[3]", "b'abc'['x']",
               "b'a'.join(['x'])", "b'a'.join([1])", "b'a'.find('a')", "b'a'.split('a')", "b'a'.split(b'')", "b'a'.index(b'z')", "b'\\xff'.decode()", "b'\\xe9'.decode('ascii')", "b'abc'.decode('nope')", "'x' in b'x'", "300 in b'x'",
               "bytes.fromhex('xy')", "bytes.fromhex('a')", "bytes.fromhex(5)", "b'a' < 'a'", "b'a'.replace(b'a', 'x')", "b'%d' % 'x'", "b'%s' % 'x'", "b'a' * 'x'", "b'a'.startswith('a')", "b'a'.center(5, 'x')", "b'a'.hex('ab')", "hash(bytearray())",
               "bytes([1, 2, 'x'])", "bytes('a', 'ascii', 'strict', 1)", "b'\\xe2\\x82'.decode()", "b'\\xed\\xa0\\x80'.decode()", "b'\\xc0\\x80'.decode()", "b'\\xf5'.decode()", "b'ab\\x80'.decode()"):
    attempt(source)


class B:
    def __bytes__(self):
        return b"from __bytes__"


class BadB:
    def __bytes__(self):
        return "x"


print(bytes(B()))
attempt("bytes(BadB())")


class Sub(bytes):
    pass


print(Sub(b"x"), type(Sub(b"x") + b"y").__name__, Sub(b"x") == b"x", type(Sub(b"ab")[:1]).__name__)
ba = bytearray(b"abc")
ba.append(100)
ba[0] = 65
ba += b"ef"
ba.extend([103])
del ba[1]
ba[1:3] = b"XYZ"
print(ba, len(ba), ba.pop(), ba, ba.decode(), bytes(ba), ba == b"AXYZef", ba.find(b"Y"), ba[1:3], ba.upper())
ba.reverse()
ba.insert(0, 33)
ba.remove(88)
print(ba, ba * 2, ba + b"!", type(ba + b"").__name__, type(b"" + ba).__name__, list(ba)[:2])
ba.clear()
print(ba, bytearray(3), bytearray("é", "utf-8"), bytearray([1]))
attempt("ba.append(256)")
attempt("ba.append('x')")
attempt("ba.pop()")
attempt("ba.remove(5)")
