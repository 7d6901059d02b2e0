"""The registry of encodings is not there; the methods of str and bytes are."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE, BOM_UTF16_BE = b"\xff\xfe", b"\xfe\xff"


def register(search):
    pass


unregister = register


def encode(value, encoding="utf-8", errors="strict"):
    return value.encode(encoding, errors)


def decode(value, encoding="utf-8", errors="strict"):
    return value.decode(encoding, errors)


def utf_8_decode(value, errors="strict", final=False):
    raise __import__("unittest").SkipTest("codecs")
