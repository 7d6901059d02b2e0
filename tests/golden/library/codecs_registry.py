import codecs
print("a€\udc80".encode("utf-8", "surrogateescape"), "é€".encode("raw-unicode-escape"), "é\n€".encode("unicode-escape"), b"\\u20ac\\n".decode("unicode-escape"), "a".encode("utf-8-sig"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
print("é".encode("cp1252"), b"\x80\xe9".decode("cp1252"), "ж".encode("koi8-r"), b"\xd6".decode("koi8_r"), "é".encode("cp437"), b"abc".decode("utf-7"), "é".encode("utf-7"), "bücher".encode("punycode"))
def handler(error):
    return ("?" * (error.end - error.start), error.end)
codecs.register_error("test.marks", handler)
print("aéb€".encode("ascii", "test.marks"), b"a\xffb".decode("utf-8", "test.marks"), "x€".encode("latin-1", "test.marks"))
codecs.register_error("test.bytes", lambda e: (b"<>", e.end))
print("é!".encode("ascii", "test.bytes"))
for make in (lambda: "a".encode("nope"), lambda: b"a".decode("rot13"), lambda: "é".encode("ascii", "nohandler"), lambda: "a".encode("hex"), lambda: "é".encode("cp437x")):
    try: print(make())
    except LookupError as error: print(error)
print(codecs.encode("abc", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"), codecs.lookup("utf8").name, codecs.lookup("latin1").name)
def search(name):
    if name == "mine": return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="mine")
codecs.register(search)
print("abc".encode("mine"), b"ABC".decode("mine"), str(b"Q", "mine"))
d = codecs.getincrementaldecoder("utf-8")()
print(d.decode(b"\xe2\x82"), d.decode(b"\xac"), d.decode(b"", True), list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), codecs.BOM_UTF8)
