"""Methods with a short way for ASCII and a long one for the rest: both must say the same."""

texts = ["", "a", "Ab", " x ", "a,b,,c", "\ta b\x1cc\x1f", "HELLO world", "éÉ x", "ß", "İ", "ǅ", "ﬀ", "日 本", "a\u2003b ", "\xa0x\xa0", "x" * 600, "É" * 300, "\ud800a"]
for t in texts:
    show = ascii(t if len(t) < 20 else t[:3] + t[-3:])
    cut = lambda x: ascii(x if len(x) < 20 else (len(x), x[:3], x[-3:]))
    print(show, cut(t.upper()), cut(t.lower()), cut(t.casefold()), cut(t.title()), cut(t.swapcase()), cut(t.capitalize()))
    print(ascii(t.split()[:9]), ascii(t.split(",")[:9])[:60], ascii(t.split(None, 1))[:60], ascii(t.rsplit(None, 1))[:60], cut(t.strip()), cut(t.lstrip()), cut(t.rstrip()))
    print(cut(t.zfill(5)), cut(t.ljust(4)), cut(t.rjust(4, "*")), cut(t.center(7, "é")), cut(t.center(6)), t.count("x"), t.find("b"), t.replace("x", "yy").count("y"))
    print(t.isalpha(), t.isdigit(), t.isspace(), t.isupper(), t.islower(), t.isalnum(), t.isidentifier(), t.isprintable(), t.istitle(), t.isascii())
for s, sep in (("aXXbXXXc", "XX"), ("aaa", "aa"), ("abab", "ab"), ("", "x"), ("x", "x"), ("é-é-é", "é"), ("a::b::c" * 300, "::"), ("a,b" * 300, ",")):
    print(len(s.split(sep)), s.split(sep)[:4], s.split(sep, 1)[-1][-5:], len(s.rsplit(sep, 2)), s.count(sep), s.replace(sep, "<>")[:12], s.replace(sep, "", 1)[:8], s.find(sep), s.rfind(sep), s.partition(sep)[2][:4], sep in s)
print("aaaaaaaaaaaaaaaaaaaaaaaaab".find("aab"), ("a" * 5000 + "b").find("a" * 20 + "b"), ("ab" * 3000).count("ba"), "mississippi".replace("ss", "SS"), "mississippi".replace("i", ""), "abc".replace("", "-"), "é".replace("", "-"))
print("-12".zfill(5), "+1".zfill(4), "--1".zfill(6), "x".zfill(0), "é".zfill(3), "1".zfill(300)[:3], len("1".zfill(300)), "é".ljust(300)[-2:] == "  ")
for n in (0, 5, 9, 10, 42, 99, 100, 101, 999, 1000, 12345, 99999, 100000, 2**49, 2**50, -1, -10, -99, -100, -(2**50), 10**18, 123456789012345):
    print(str(n), repr(n), f"{n}", "%d" % n, n, end=" ")
print()
t = str.maketrans("abc", "xyz", "d")
print("abcde".translate(t), "é a".translate({97: "é", 233: None}), "abc".translate({}), "abc".translate({97: 0x1F600, 98: "long text"}), "aab".translate([None] * 98))


class T(dict):
    def __missing__(self, key):
        return chr(key + 1)


print("abc".translate(T()))
b = b"hello world"
print(b[0], b[-1], b[2:5], b[-3:], b[:], b[5:2], b[::2], b + b"!", b"" + b, b + b"", b == b"hello " + b"world", b < b"hello x", b != b"x", hash(b) == hash(bytes(b)))
big = b"0123456789" * 100
print(len(big), big[995:], big[500], (big + big)[1995:], big[:600] == big[:600], big.find(b"90"), big.count(b"9"), big.replace(b"0", b"")[:5], bytes(big) == big, hash(big) == hash(b"0123456789" * 100))
a = bytearray(b"abc")
a[0] = 65
a[-1] = 67
print(a, a[0], a[-2], a[1:], a + b"x", b"x" + a, a == b"AbC")
for bad in (lambda: a.__setitem__(0, 256), lambda: a.__setitem__(9, 1), lambda: b[11], lambda: b[-12], lambda: a[3], lambda: a.__setitem__(0, -1), lambda: b + "x", lambda: "x" + b, lambda: b["a"], lambda: a.__setitem__(0, "a"), lambda: "abc"[1.0], lambda: "abc"["a"]):
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
