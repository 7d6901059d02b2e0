"""Strings as sequences: code points, slices, iteration, mixtures of widths, building."""

texts = ["", "a", "abc", "héllo", "日本語", "a😀b", "x" * 50 + "é" + "y" * 50, "😀" * 20]
for s in texts:
    print(len(s), s[:3], s[-2:], s[::-1][:3], s[1:1], repr(s[0:2]), [ord(c) for c in s[:2]], s == s[:], s[::2][:4])
s = "日本語テキスト"
print(s[0], s[-1], s[2], s[-7], s[1:4], s[-3:], s[5:2:-1], s[::3], s[100:], s[-100:2], s[2:-2], list(s))
long = "".join(chr(0x100 + i % 300) for i in range(1000))
print(long[999] == chr(0x100 + 999 % 300), long[500], long[-1], ord(long[250]), len(long[100:900:7]), long.index(chr(0x100 + 299)))
mixed = "a" * 100 + "é" + "b" * 100 + "😀" + "c" * 100
print(len(mixed), mixed[100], mixed[201], mixed[202], mixed[-100], mixed.find("😀"), mixed.count("b"), mixed[99:102], mixed[200:203], mixed[::-1][100])
for c in "aé😀":
    print(c, ord(c), hex(ord(c)), c.encode(), chr(ord(c)) == c)
print("ab" + "cd", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" "b", "x" + "" is not None, "é" * 3)
print("b" in "abc", "" in "abc", "bc" in "abc", "cb" in "abc", "é" in "café", "a" not in "b", "" in "")
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "é" > "z", "😀" > "日", "a" * 3 == "aaa", "a" != "b", "abc" <= "abc", max("hello"), min("hello"), sorted("hello"))
out = ""
for i in range(2000):
    out += chr(97 + i % 26)
    if i % 500 == 0:
        out += "é"
print(len(out), out[:5], out[-5:], out[500:505], out.count("é"))
a = "start"
b = a
a += " more"
print(a, b, a is b)
parts = []
for i in range(5):
    parts.append(str(i) * i)
print("|".join(parts), "|".join(parts).split("|") == parts)
print(hash("abc") == hash("a" + "bc"), {"é": 1}["é"], {"a" * 100: 2}["a" * 50 + "a" * 50], len({"x", "y" + "", "x" * 1}))
print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"\xff", errors="replace"), str(object=5), str(), str(None), repr(str(b"x")))


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("'abc'[3]", "'abc'[-4]", "''[0]", "'abc'['a']", "'abc'[1.0]", "'abc'[None]", "'abc'[::0]", "'a' + 1", "1 + 'a'", "'a' * 'b'", "'a' * 1.5", "'a' - 'b'", "1 in 'abc'",
               "None in 'abc'", "ord('')", "ord('ab')", "ord(5)", "chr(-1)", "chr(0x110000)", "chr('a')", "chr(1.5)", "chr(2 ** 70)", "'a' < 1", "len(5)", "'abc'[1:'x']", "'abc'[1.0:2]",
               "str(b'\\xff', 'utf-8')", "str('a', 'utf-8')", "str(5, 'utf-8')", "str(b'a', 'nope')", "str(1, 2, 3, 4)", "str(b'\\xe2\\x82', 'utf-8')", "str(b'a\\x80b', 'ascii')", "~'a'",
               "'a'()", "'abc'[(1, 2)]", "'%s' + 5", "'a' @ 'b'", "iter('a').missing"):
    attempt(source)
print("abc"[True], "abc"[slice(1, None)], "abc"[slice(None, None, -1)], "abcdef"[-2:-5:-1], "abcdef"[4:1:-2], "abc"[-1:0:-1], "abc"[2**70:], "abc"[-2**70:2**70])
it = iter("aé😀")
print(next(it), next(it), list(it), list(it), type(it).__name__, list(enumerate("é日")), list(zip("ab", "é日")), list(reversed("a😀b")))
print(repr("\ud800"), len("\ud800"), "\ud83d" + "\ude00" == "😀", ascii("\udfff"))
print("a\x00b", len("a\x00b"), repr("a\x00b") , "a\x00b" == "a\x00b", "\x00" in "a\x00")
