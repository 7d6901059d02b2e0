"""Characters beyond ASCII through the methods that know about them."""

for c in "aÀßŉǅΣςİıſﬁ٣²½Ⅷ〇中あ한😀\u0301\u200b\u00ad\u2028\ufeff\U0001d7ce_":
    print(ascii(c), len(c), ascii(c.upper()), ascii(c.lower()), ascii(c.title()), ascii(c.casefold()), ascii(c.swapcase()), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isspace(), c.isupper(), c.islower(), c.isidentifier(), c.isprintable(), len(c.encode()))
print("ΑΣ".lower(), "ΑΣΑ".lower(), "Σ".lower(), "Α Σ".lower() == "α σ", "straße".upper(), "ﬃ".upper(), "ŉ".title(), "ǆabc".capitalize(), "ÉCOLE".capitalize(), "dž".upper())
print("Straße".casefold() == "STRASSE".casefold(), "é" == "e\u0301", len("e\u0301"), "e\u0301"[::-1] == "\u0301e", "İ".lower() == "i\u0307", "ſ".upper(), "K".lower())
print([c for c in "a\tb\x0bc\x0cd\x1ce\x85f\xa0g\u2003h\u3000i".split()], "\u2003 x \u3000".strip(), "a\u2028b\u2029c\x1cd\x85e".splitlines(), " \u200b ".strip() == "\u200b")
print("１２３".isdigit(), int("１２３"), int("٣٤"), float("１.５"), "²".isdigit(), "½".isnumeric(), "Ⅷ".isnumeric(), "一二".isnumeric(), "१२".isdecimal())
print(sorted("zébra éclair Ωmega omega".split()), max("aé日😀"), min("日本"), "日本語".center(9, "＊"), "日本".ljust(4, ".") + "|", "é".rjust(3) + "|", f"{'日本':>6}|{'😀':^5}|")
print("naïve café".title(), "ÀÉÎ".swapcase(), "ñ".upper() == "Ñ", "Ñandú".istitle(), "ǅ".istitle(), "αβγ".islower(), "日本".islower(), "日本".isupper(), "A日".isupper())
print("日本語テキスト".find("テ"), "日本語テキスト".index("語", 1), "あいあいあ".count("あい"), "あいう".replace("い", "é"), "a,日,é".split(","), "日—本".partition("—"), "本" in "日本", "é" in "cafe\u0301")
print("日本".encode("utf-8"), "日本".encode("utf-16-le"), "é".encode("latin-1"), b"\xe6\x97\xa5".decode(), "日\u0301".encode().decode() == "日\u0301", "\U0010ffff".encode(), "aé日😀".encode("utf-16-be"))
for bad in (b"\xff", b"\xc3", b"\xe6\x97", b"\xf0\x9f\x98", b"a\x80b", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf"):
    for errors in ("replace", "ignore", "backslashreplace", "surrogateescape"):
        print(ascii(bad.decode("utf-8", errors)), end=" ")
    try:
        bad.decode()
    except UnicodeDecodeError as error:
        print(error, error.start, error.end, error.reason, error.encoding, error.object)
for text, codec in (("é", "ascii"), ("日", "latin-1"), ("\ud800", "utf-8"), ("a\udcffb", "utf-8"), ("aé日b", "ascii")):
    try:
        text.encode(codec)
    except UnicodeEncodeError as error:
        print(error, error.start, error.end, ascii(error.object))
print("\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800", "é日".encode("ascii", "xmlcharrefreplace"), "é日".encode("ascii", "namereplace"), ascii("é日😀\ud800"))
print("\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{CJK UNIFIED IDEOGRAPH-65E5}", "\N{HANGUL SYLLABLE GAG}", "\N{PILE OF POO}", "\N{NO-BREAK SPACE}" == "\xa0", "\N{COMBINING ACUTE ACCENT}" == "\u0301")
名前 = "identifiers"
π = 3.14
print(名前, π, "名前" in globals(), "x".isidentifier(), "名".isidentifier(), "1x".isidentifier(), "a-b".isidentifier(), "€".isidentifier(), "ª".isidentifier())
s = "".join(chr(c) for c in range(0x20, 0x3000) if not 0xD800 <= c < 0xE000)
print(len(s), sum(map(str.isalpha, s)), sum(map(str.isupper, s)), sum(map(str.islower, s)), sum(map(str.isdigit, s)), sum(map(str.isspace, s)), sum(map(str.isprintable, s)), sum(map(str.isidentifier, s)), len(s.upper()), len(s.lower()), len(s.casefold()), len(s.title()), hash(s) == hash(s[:]), len(repr(s)), len(ascii(s)))
print(sum(ord(c) for c in s.upper()) % 1000003, sum(ord(c) for c in s.lower()) % 1000003, sum(ord(c) for c in s.swapcase()) % 1000003, sum(ord(c) for c in s.casefold()) % 1000003, s.translate({i: None for i in range(0x100, 0x3000)}) == s[:len(s) - len(s.translate({i: None for i in range(0x100)}))])
