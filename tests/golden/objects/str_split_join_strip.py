"""Cutting and joining strings: split, rsplit, splitlines, partition, strip, join, with all their errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Text(str):
    pass


class Index:
    def __index__(self):
        return 2


s = " a  b\tc\n"
ask(r'''
s.split(), s.rsplit(), s.split(None, 1), s.rsplit(None, 1), s.split(maxsplit=Index()), s.rsplit(maxsplit=0), s.split(None, -5), s.split(sep=" ", maxsplit=2)
"a,b,,c,".split(","), "a,b,,c,".rsplit(",", 2), ",".split(","), "".split(","), "".split(), "   ".split(), "aaaa".split("aa"), "aaaaa".rsplit("aa"), "abc".split("abc"), "abc".split("abcd")
"a\u2003b\u00a0c\x1cd\u200be\x85f".split(), "a\u2003b".split(None, 0), "é è ê".rsplit(maxsplit=1), "中文中文".split("中"), "𐀀a𐀀".rsplit("a")
"a".split("")
"a".split(1)
"a".split(b"a")
"a".split(None, 1.0)
"a".split(None, None)
"a".split(None, 2**70)
"a".split("b", 1, 2)
"a".split(separator="b")
"a".rsplit("")
"a".rsplit(2)
"a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l".splitlines(), "a\n\n".splitlines(), "\n".splitlines(), "".splitlines(), "a\r\n\rb".splitlines(True), "a\nb".splitlines(keepends=1), "a\n".splitlines("")
"a".splitlines(1, 2)
"a".splitlines(end=1)
"a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"), "".partition("x"), "-".partition("-"), Text("ab").partition("-"), type(Text("ab").partition("-")[0])
"a".partition("")
"a".rpartition("")
"a".partition(1)
"a".rpartition(None)
"  a ".strip(), "xxaxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\u2003a\u00a0".strip(), "a".strip(""), "éaé".strip("é"), "aéa".strip("é"), "中a中".lstrip("中"), "\x1ca\x1f".strip(), "\u200ba".strip(), "abc".strip("abc"), "a b".strip(None)
"a".strip(1)
"a".lstrip(b"a")
"a".rstrip([])
"a".strip("a", "b")
"prefix-x".removeprefix("prefix"), "x.py".removesuffix(".py"), "aa".removeprefix(""), "aa".removesuffix("aaa"), "aaa".removeprefix("a"), "".removesuffix(""), Text("ab").removeprefix("x"), type(Text("ab").removesuffix("x"))
"a".removeprefix(1)
"a".removesuffix(("a",))
"a".removeprefix()
"-".join("abc"), "".join([]), ", ".join(["x"]), "é".join(("a", "b")), "-".join(c for c in "ab"), "-".join({"k": 1}), type(Text("-").join(["a"])), type("".join([Text("a")])), "ab".join([Text("x"), "y"])
"-".join(["a", 1, "b"])
"-".join([b"a"])
"-".join(5)
"-".join(None)
"-".join([1])
"-".join()
"-".join("a", "b")
"".join(["\ud800", "\udc00"]), len("".join(["\ud83d", "\ude00"])), "x".join(["a"] * 5)
"a.b".expandtabs(), "a\tb".expandtabs(), "a\tb\tc".expandtabs(4), "\t".expandtabs(0), "a\n\tb".expandtabs(3), "é\tx".expandtabs(2), "a\r\tb".expandtabs(), "ab\t".expandtabs(-1), "\t\t".expandtabs(tabsize=1)
"a".expandtabs("1")
"a".expandtabs(2**40)
"\t\t".expandtabs(2**31 - 1)[:0] if False else 0
''')
strings = Text(" p q ")
print([type(x).__name__ for x in (strings.strip(), strings.split()[0], strings[:], strings[0], strings * 1, strings + "", strings.lower(), strings.ljust(2), strings.replace("z", "y"), strings.expandtabs(), strings.zfill(1), str(strings), strings.format(), strings % ())])
