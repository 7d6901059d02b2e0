# Codecs in Python: errors and their handlers, data that comes in pieces, notes.
import codecs
import warnings

warnings.simplefilter("ignore")


def show(text, call, *args):
    try:
        print(text, ascii(call(*args)))
    except Exception as error:
        notes = getattr(error, "__notes__", None) if text == "note" else ""
        print(text, type(error).__name__, ascii(str(error)), notes)


for raw in [b"+AGE-b", b"+2AA-", b"+\xff", b"a+AGE", b"+A", b"+AG-x", b"+AAAB-", b"\xffb", b"+-+-", b"+2AHcAQ-", b"+2AE.x"]:
    for errors in ["strict", "replace", "ignore", "backslashreplace"]:
        show(f"utf-7 {raw} {errors}", raw.decode, "utf-7", errors)
for text in ["a+b", "\xe9-", "\xe9a", "\xe9.", "\ud800", "\U00010401!", "+\xe9+", "~\\\t\n"]:
    show(f"utf-7 {text!a}", text.encode, "utf-7")
ESCAPES = [rb"\x1 a", rb"\xg", rb"\u12", rb"\u12zz", rb"\U00110000", rb"\U0001040", rb"\N{foo}", rb"\N{SPACE}", rb"\N", rb"\N{", rb"\N{}",
           rb"\Nx", rb"\z\7\18\777", b"\\", b"\xe9\\\n\\\\"]
for raw in ESCAPES:
    for errors in ["strict", "replace", "ignore"]:
        for encoding in ["unicode_escape", "raw_unicode_escape"]:
            show(f"{encoding} {raw} {errors}", raw.decode, encoding, errors)
    for errors in ["strict", "replace", "ignore", "other"]:
        show(f"escape {raw} {errors}", codecs.escape_decode, raw, errors)
print(codecs.escape_encode(bytes(range(256))))

SURROGATE = "a\ud800b"
for encoding in ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8", "cp1252", "ascii"]:
    for errors in ["strict", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "ignore", "surrogatepass"]:
        show(f"{encoding} {errors}", SURROGATE.encode, encoding, errors)
for raw in [b"\xff\xfe\x00\xd8", b"\xfe\xff\xd8\x00\x00\x41", b"\x00\xd8\x41\x00", b"\xff\xfea"]:
    for errors in ["strict", "replace", "ignore", "backslashreplace", "surrogatepass"]:
        show(f"utf-16 {raw} {errors}", raw.decode, "utf-16", errors)


def in_pieces(encoding, data, errors):
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    return [decoder.decode(data[i:i + 1]) for i in range(len(data))] + [decoder.decode(b"", True)]


SAMPLE = "a\xe9\u20ac\U0001f600"
for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-7", "unicode_escape", "raw_unicode_escape"]:
    for errors in ["strict", "replace", "ignore"]:
        show(f"pieces {encoding} {errors}", in_pieces, encoding, SAMPLE.encode(encoding), errors)
for data in [b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x80\x80", b"\xed\xa0\x80", b"\xf5ab", b"\xc3"]:
    for errors in ["replace", "ignore", "surrogatepass", "backslashreplace"]:
        show(f"pieces {data} {errors}", in_pieces, "utf-8", data, errors)

show("empty", b"".decode, "no such")
show("empty", str, bytearray(), "no such")
show("charmap", codecs.charmap_decode, b"\0\1", "strict", {0: "a", 1: 0x110000})
show("charmap", codecs.charmap_decode, b"\0\1\2", "replace", {0: "ab", 1: 98})
show("charmap", codecs.charmap_encode, "ab", "strict", {97: 256})
show("charmap", codecs.charmap_encode, "ab\xe9", "xmlcharrefreplace", {c: c for c in range(128)})
show("charmap", codecs.charmap_encode, "ab\xe9\xe9", "strict", {c: c for c in range(128)})
show("data", codecs.utf_8_decode, 5)
show("note", codecs.encode, "\xe9", "ascii")
show("note", codecs.decode, b"g", "hex")
show("note", "\u1234".encode, "cp437")
for error in [UnicodeDecodeError("a", b"b", 5, 8, "x"), UnicodeDecodeError("a", b"bc", 1, 2, "x"), UnicodeEncodeError("a", "b", 3, 2, "x"),
              UnicodeTranslateError("abc", 1, 2, "x"), UnicodeEncodeError("a", "", 0, 1, "x")]:
    print(error)
