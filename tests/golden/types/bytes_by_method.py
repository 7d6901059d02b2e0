"""Every method of bytes and bytearray, on both, with odd arguments."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

class Bytes(bytes):
    pass


big = 2**100
for kind in (bytes, bytearray, Bytes):
    b = kind(b"spam and spam\x00\xff")
    print(kind.__name__)
    ask("""
b.find(b"spam", 1), b.find(0), b.find(b""), b.rfind(b"spam", 0, -big), b.rfind(255), b.count(b""), b.count(97), b.index(bytearray(b"m"))
b.find(256)
b.find(-1)
b.find("a")
b.find(1.5)
b.index(b"zz")
b.rindex(1)
b.count("a")
b.split(), b.split(None, 1), b.split(b"a"), b.rsplit(b" ", 1), b.split(memoryview(b"and"))
b.split("a")
b.split(b"")
b.partition(b" "), b.rpartition(b" "), b.partition(b"q"), b.rpartition(b"q")
b.partition(b"")
b.partition("x")
b.replace(b"spam", b"x", 1), b.replace(b"", b"-", 2), b.replace(bytearray(b"a"), memoryview(b"A"))
b.replace(b"a", "x")
b.startswith((b"x", b"sp")), b.endswith(b"\\xff"), b.startswith(b"pam", 1, 4)
b.startswith("s")
b.startswith(("s",))
b.startswith([b"s"])
b.endswith(5)
b.removeprefix(b"spam"), b.removesuffix(b"\\xff")
b.removeprefix("s")
b.strip(b"s\\xff"), b.lstrip(b"ps"), b.rstrip(b"\\0\\xff"), b" x ".strip(None)
b.strip("s")
b.center(20, b"*"), b.ljust(17, b"."), b.rjust(17), b.zfill(18), kind(b"-5").zfill(4)
b.center(20, "*")
b.center(20, b"ab")
b.ljust(20, 42)
b.translate(None, b"am"), b.translate(bytes(range(256))[::-1], delete=b"s")
b.translate(b"x")
b.translate("x")
b.translate()
b.join([b"1", bytearray(b"2"), memoryview(b"3")]) == b"1" + b + b"2" + b + b"3"
b.join([1])
b.join(["x"])
b.join(5)
b.hex(), b.hex(":"), b.hex("-", 4), b.hex(":", -4), b.hex(b"_", 2)
b.hex("ab")
b.hex("é")
b.hex(5)
b.decode("latin-1"), b.decode("ascii", "replace"), b.decode("utf-8", errors="ignore"), b.decode("ascii", "backslashreplace")
b.decode()
b.decode("ascii")
b.decode("nope")
b.decode("utf-8", "nope")
b.decode(5)
kind.fromhex("00 ff\\t1a"), kind.fromhex(""), kind.fromhex(b"0a0B"), type(kind.fromhex("00"))
kind.fromhex("0 0")
kind.fromhex("abc")
kind.fromhex("zz")
kind.fromhex("00\\u20ac")
kind.fromhex(5)
kind.maketrans(b"a", b"b")[97]
kind.maketrans(b"a", b"bc")
kind(5), kind([1, 2]), kind(), kind(memoryview(b"x")), kind("é", "utf-8"), kind(True)
kind(-1)
kind("x")
kind([256])
kind([1, "x"])
kind(1.5)
kind(b"x", "utf-8")
kind("x", errors=5)
kind(2**100)
kind([2**100])
b + bytearray(b"x") == b + b"x", b * 0, b * -1, type(b + b"x").__name__
b + "x"
b + 5
b * 1.5
b == "spam", b < b"t", b != bytearray(b)
b < "t"
b[0], b[-1], b[2:4], b[::-1][:2], b[big:], b[:-big]
b[100]
b["x"]
b[1.0]
97 in b, b"pam" in b, bytearray(b"") in b
"a" in b
300 in b
None in b
kind(b"%s %d %r %a %c %x %b") % (b"x", 5, "é", "é", 65, 255, b"q")
kind(b"%s") % "x"
kind(b"%c") % 256
kind(b"%d") % b"x"
kind(b"%s")  % ()
kind(b"x") % (1,)
b.capitalize(), b.upper(), b.swapcase(), b.title(), kind(b"aB1").isalnum(), kind(b"").isalpha(), kind(b"a1").istitle(), kind(b"\\xe9").isalpha()
kind(b"a\\tb").expandtabs(3), kind(b"a\\nb\\r\\nc\\x0bd\\x85").splitlines(), kind(b"a\\n").splitlines(True)
repr(kind(b"'")), repr(kind(b'"')), repr(kind(b"'\\"\\\\\\n\\t\\x7f")), str(kind(b"x"))
""")
