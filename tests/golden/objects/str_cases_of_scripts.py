"""Upper, lower, title, casefold, swapcase and capitalize over the letters that behave unusually."""

texts = [
    "straße", "ΑΣ", "ΑΣ ΣΑ", "Σ", "aΣ.", "aΣb", "ŉ", "ǰ", "ΐ", "İstanbul", "ı", "ﬁx", "ǆ", "ǅ", "Ǆ", "ß", "ẞ", "ᾳ", "ᾼ", "Åå", "dž", "ԱՒ", "և",
    "𐐀𐐨", "o'neil's", "they're bill's", "x1y", "ⅷ", "ⓐ", "ﬀ", "ſ", "K", "µ", "ა", "Ა", "ᏸ", "ꭰ", "\u0345", "a\u0345b", "ÿ", "Ĳ", "a\ud800b", "hello WORLD 42nd",
]
for text in texts:
    print(ascii(text), *map(ascii, (text.upper(), text.lower(), text.title(), text.casefold(), text.swapcase(), text.capitalize())))
    print("  ", *(int(getattr(text, name)()) for name in dir(str) if name.startswith("is")))
for c in "aA1½²٣Ⅷ_ \u00a0\u2028\x1c\u200b\xad\u0301ªǅ〇中𝟘\ue000\U0010ffff\x7f\0":
    print(ascii(c), [name[2:] for name in dir(str) if name.startswith("is") and getattr(c, name)()])
print([name for name in dir(str) if name.startswith("is") and getattr("", name)()])
checks = dict.fromkeys(("upper", "lower", "title", "casefold", "swapcase"), 0)
for name in checks:
    for point in range(0x2000):
        mapped = getattr(chr(point), name)()
        checks[name] = (checks[name] * 31 + sum(map(ord, mapped)) * len(mapped)) % 1000003
print(checks)
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isprintable", "isupper", "islower", "istitle", "isidentifier"]
print({name: sum(getattr(chr(point), name)() for point in range(0x3000)) for name in names})
print("Hello World".istitle(), "Hello world".istitle(), "HeLLo".istitle(), "H1Ello".istitle(), "ǅabc".istitle(), "1A".istitle(), "'A".istitle())
print("ABC1".isupper(), "1".isupper(), "aB".islower(), "ab_1".islower(), "ª".islower(), "Ⅷ".isupper(), "ⓐ".islower())
print("class".isidentifier(), "1a".isidentifier(), "a1".isidentifier(), "é".isidentifier(), "℘".isidentifier(), "a·b".isidentifier(), "".isidentifier())
print(sorted(["ß", "SS", "ss", "ẞ", "İ", "i̇"], key=str.casefold), "ß".casefold() == "SS".casefold(), "İ".casefold() == "i̇")
