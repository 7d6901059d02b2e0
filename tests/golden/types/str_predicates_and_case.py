"""Case mapping and predicates over strange characters."""

samples = ["", "a", "A", "ß", "ẞ", "İ", "ı", "ﬁ", "ǅ", "Ǆ", "ǆ", "ΑΣ", "ς", "Σ", "ŉ", "ΐ", "ª", "²", "½", "Ⅷ", "ⅷ", "٣", "१", "①", "一", "五", "ʰ", "ͅ", "\u0345", "\u00ad", "\u200b", "\u00a0", "\u2003", "\u1680", "\x1f", "\x85", "\u2028", "_", "1a", "a1", "é", "e\u0301", "Ⓐ", "𝐀", "𐐀", "🎉", "\ud800", "\U0010ffff", "\0", "aB1 c", "ABC def", "Hello World", "Hello world", "They're", "abc123", "12.5", "-1", "x_y", "class", "١٢", "ـ", "ﷺ"]
names = ["isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
for sample in samples:
    flags = "".join("1" if getattr(sample, name)() else "0" for name in names)
    print(ascii(sample), flags, ascii(sample.upper()), ascii(sample.lower()), ascii(sample.title()), ascii(sample.capitalize()), ascii(sample.swapcase()), ascii(sample.casefold()), len(sample.upper()))
for text in ("straße", "ΌΔΟΣ ΌΔΟΣ.", "ΑΣ̈", "ΑΣβ", "i̇stanbul", "ǆungla", "o'neill-smith", "x1y2z", "ﬀ ﬃ", "ŒUVRE", "ªº", "mcDonald's", "ὈΔΥΣΣΕΎΣ"):
    print(ascii([text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]))
print("ß".casefold() == "SS".casefold(), "İ".lower() == "i̇", "ﬁ".upper(), "straße".upper().lower(), "ʼn".upper(), max("aZ", key=str.swapcase))
print([c for c in map(chr, range(0x250)) if len(c.upper()) > 1], [hex(i) for i in range(0x3000) if len(chr(i).upper()) == 3], sum(chr(i).isalpha() for i in range(0x3000)), sum(chr(i).isprintable() for i in range(0x3000)), sum(chr(i).isidentifier() for i in range(0x3000)), sum(chr(i).isspace() for i in range(0x3000)), sum(chr(i).isnumeric() for i in range(0x3000)), sum(chr(i).isdecimal() for i in range(0x3000)), sum(chr(i).isdigit() for i in range(0x3000)), sum(chr(i).istitle() for i in range(0x3000)), sum(chr(i).islower() for i in range(0x3000)), sum(chr(i).isupper() for i in range(0x3000)))
for text in ("a\u0301\u0302", "\ud800\udc00", "𝄞é€a", "\x00\x7f\x80\xff\u0100\uffff\U00010000"):
    print(repr(text), ascii(text), len(text), text[::-1] == "".join(reversed(text)), [hex(ord(c)) for c in text], text.encode("utf-8", "surrogatepass"), text.encode("ascii", "xmlcharrefreplace"), text.encode("ascii", "backslashreplace"), text.encode("latin-1", "namereplace"), text.encode("ascii", "replace"), text.encode("ascii", "ignore"))
for text, codec, errors in (("\ud800", "utf-8", "strict"), ("é", "ascii", "strict"), ("€", "latin-1", "strict"), ("é", "nope", "strict"), ("é", "ascii", "nope"), ("\udc80", "utf-8", "surrogateescape"), ("\ud800", "utf-16", "strict"), ("aé€", "cp1252", "strict"), ("€", "cp437", "strict"), ("a\udcff", "ascii", "surrogateescape"), ("ab", "utf-32", "strict"), ("é", "utf-7", "strict"), ("bücher", "punycode", "strict"), ("x", "rot13", "strict"), ("x", "hex", "strict")):
    try:
        print(codec, text.encode(codec, errors))
    except Exception as error:
        print(codec, type(error).__name__, error)
for data, codec, errors in ((b"\xff", "utf-8", "strict"), (b"\xe2\x82", "utf-8", "strict"), (b"\xe2\x82x", "utf-8", "replace"), (b"\xf0\x9f\x8e", "utf-8", "ignore"), (b"\xed\xa0\x80", "utf-8", "strict"), (b"\xed\xa0\x80", "utf-8", "surrogatepass"), (b"\xc0\x80", "utf-8", "strict"), (b"\xf5\x80", "utf-8", "backslashreplace"), (b"a\x80", "ascii", "surrogateescape"), (b"abc", "utf-16", "strict"), (b"\xff\xfea\0", "utf-16", "strict"), (b"\0\xd8", "utf-16-le", "strict"), (b"\x81", "cp1252", "strict"), (b"+AOk-", "utf-7", "strict"), (b"abc", "utf-32", "strict"), (b"\\u00e9\\n", "unicode_escape", "strict"), (b"\\u00", "unicode_escape", "strict"), (b"\\u00e9", "raw_unicode_escape", "strict"), (b"x", "hex", "strict"), (b"\xe9", "latin-1", "strict"), (b"bcher-kva", "punycode", "strict")):
    try:
        print(codec, ascii(data.decode(codec, errors)))
    except Exception as error:
        print(codec, type(error).__name__, error)
