import unicodedata as u
for c in "aé€ß½٣ǅ😀\n가":
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), u.name(c, "none"), u.decimal(c, None), u.numeric(c, None), u.decomposition(c))
print(u.lookup("GREEK SMALL LETTER ALPHA"), [ascii(u.normalize(f, "é①ﬁ")) for f in ("NFC", "NFD", "NFKC", "NFKD")], u.is_normalized("NFC", "e\u0301"))
for make in (lambda: u.lookup("NOPE"), lambda: u.name("\x00"), lambda: u.normalize("X", "a"), lambda: u.category("ab")):
    try: make()
    except (KeyError, ValueError, TypeError) as error: print(type(error).__name__, error)
