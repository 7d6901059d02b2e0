"""The methods of str."""

s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), "hello world".capitalize(), "ÉCOLE straße".casefold(), "ß".upper(), "ŉ".upper(), "İ".lower() == "i̇")
print("they're bill's".title(), "a1b2 c3".title(), "ǆ".title(), "ῼ".swapcase())
print(s.find("o"), s.find("o", 5), s.find("zz"), s.rfind("o"), s.find("", 3), s.find("", 99), s.rfind(""), s.find("o", -5), s.find("H", 1), s.find("l", 2, 3))
print(s.index("W"), s.rindex("l"), s.count("l"), s.count(""), s.count("ll"), "aaaa".count("aa"), s.count("o", 5), "".count(""), "abc".count("", 1))
print(s.startswith("Hell"), s.startswith(("x", "H")), s.startswith("World", 7), s.endswith("ld"), s.endswith(("d", "e")), s.endswith("Hello", 0, 5), s.startswith(""),
      s.startswith((), 0), "".startswith("", 1))
print(s.replace("o", "0"), s.replace("o", "0", 1), s.replace("", "-"), s.replace("", "-", 3), s.replace("zz", ""), "aaa".replace("a", "bb"), "".replace("", "x"), "abc".replace("b", "", 0))
print("abc".replace("b", "x", count=1), s.replace("l", "L", -1))
print("a,b,,c".split(","), " a  b ".split(), " a  b ".split(" "), "a,b,c".split(",", 1), "a b c".split(None, 1), "".split(), "".split(","), "abc".split("b", 0), "a\tb\nc".split())
print("a,b,c".rsplit(",", 1), " a  b ".rsplit(None, 1), "a--b--c".split("--"), "a b".split(sep=" ", maxsplit=5), "x".rsplit("x"), "  a".rsplit(maxsplit=0), "  a ".split(maxsplit=0))
print("a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h".splitlines(), "a\n".splitlines(), "\n".splitlines(True), "".splitlines(), "a\nb".splitlines(keepends=True))
print("a-b-c".partition("-"), "abc".partition("-"), "a-b-c".rpartition("-"), "abc".rpartition("-"))
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("cba"), "\u3000x\xa0".strip(), "x".strip(None), "aXb".rstrip("bX"))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "abc".removeprefix("x"), "abc".removesuffix(""), "aa".removeprefix("aaa"))
print("abc".center(9, "*") + "|", "abc".ljust(6) + "|", "abc".rjust(6, "é") + "|", "abc".center(2), "abc".center(6) + "|", "ab".center(5) + "|", "42".zfill(5), "-42".zfill(5), "+x".zfill(4), "".zfill(2))
print("-".join(["a", "b"]), "".join([]), ", ".join("abc"), "x".join(["only"]), "-".join(c for c in "xyz"), "ab".join({"k": 1}))
print("a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t\n\tx".expandtabs(2), "a\tb".expandtabs(0), "ab\r\tc".expandtabs(3), "a\tb".expandtabs(tabsize=1))
print([f(x) for x in ("abc", "ABC", "a1", "12", "½", "²", "٣", " ", "", "a_b", "1a", "é", "A b", "\n", "Ⅷ") for f in
       (str.isalpha, str.isdigit, str.isdecimal, str.isnumeric, str.isalnum, str.isspace, str.islower, str.isupper, str.istitle, str.isidentifier, str.isprintable, str.isascii)].count(True))
for x in ("abc", "Abc Def", "12", "½", "²", "x1", "", "é", "_x", "1x", "\t", "for"):
    print(repr(x), x.isalpha(), x.isdigit(), x.isdecimal(), x.isnumeric(), x.isalnum(), x.isspace(), x.islower(), x.isupper(), x.istitle(), x.isidentifier(), x.isprintable(), x.isascii())
table = str.maketrans({"a": "1", "b": None, "c": "xyz", ord("d"): 0x1F600})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("l", "L", "h")), "ab".translate({97: 98}), "abc".translate({}))
print("abc".encode(), "é€😀".encode("utf-8"), "abc".encode("ascii"), "é".encode("latin-1"), "é€".encode("ascii", "ignore"), "é€".encode("ascii", "replace"), "é".encode("ascii", "backslashreplace"),
      "é€".encode("ascii", "xmlcharrefreplace"), "aé".encode("utf-16-le"), "a".encode("utf-32-be"))
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{x} {y!r:>5} {0[1]} {0.__class__.__name__} {d[k]}".format([1, 2], x=1, y="q", d={"k": "v"}), "{{}}".format(), "{:{}}".format("x", 4) + "|")
print("{a} {b}".format_map({"a": 1, "b": 2}), "{:>{w}.{p}f}".format(3.14159, w=8, p=2), "{0!s}{0!a}".format("é"), "{:,}".format(12345))


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("'abc'.index('z')", "'abc'.rindex('z')", "'a'.split('')", "'a'.partition('')", "'a'.join([1])", "'a'.join(['x', None])", "'a'.join(5)", "'a'.center('x')", "'a'.center(5, 'xy')",
               "'a'.startswith(5)", "'a'.startswith((5,))", "'a'.replace('a')", "'a'.replace(1, 2)", "'a'.find(1)", "'a'.count()", "'a'.strip(5)", "'a'.split(5)", "'a'.zfill('x')", "'{}'.format()",
               "'{0} {}'.format(1)", "'{} {0}'.format(1)", "'{x}'.format()", "'{'.format()", "'}'.format()", "'{0.missing}'.format(1)", "'{0[9]}'.format([1])", "'{!x}'.format(1)", "'{:d}'.format('a')",
               "'{a.b}'.format(a=1)", "'{0[}'.format(1)", "'é'.encode('ascii')", "'\\ud800'.encode()", "'a'.encode('no-such')", "'a'.encode('ascii', 'no-such')", "str.maketrans('a', 'bc')",
               "str.maketrans({'ab': 1})", "'abc'.translate(5)", "'a'.removeprefix(5)", "'a'.expandtabs('x')", "str.lower()", "str.lower(5)", "'a'.lower(1)", "'a'.splitlines(keepends='x')", "'a'.missing"):
    attempt(source)
