"""base64, binascii, hashlib, hmac and zlib on odd input."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import base64
import binascii
import hashlib
import hmac
import zlib
from base64 import *

data = bytes(range(0, 256, 7))
ask("""
b64encode(data), b64encode(b""), b64encode(b"a"), b64encode(b"\\xff\\xfe", b"-_"), urlsafe_b64encode(b"\\xff\\xfe\\xfd"), standard_b64encode(bytearray(b"ab")), b64encode(memoryview(b"abc"))
b64encode("text")
b64encode(b"a", b"x")
b64decode("YQ")
b64decode("Y")
b64decode("YQ=")
b64decode("Y!Q=", validate=True)
b64decode("é")
b64decode(5)
b32encode(b"hello"), b32decode("NBSWY3DP"), b32encode(b"a"), b32hexencode(b"hi"), b32hexdecode(b"D1KG===="), b32decode("nbswy3dp", casefold=True), b32decode("MZXW0===", map01="I")
b32decode("nbswy3dp")
b32decode("NBSWY3D")
b32decode("A1======")
b16encode(b"\\x0f\\xff"), b16decode("0FFF"), b16decode("0fff", True)
b16decode("0fff")
b16decode("0")
b85encode(data), b85decode(b85encode(data)) == data, b85encode(b"ab", pad=True), a85encode(b"hello\\0\\0\\0\\0"), a85encode(b"x" * 20, wrapcol=10), a85encode(b"    ", foldspaces=True), a85encode(b"a", adobe=True), a85decode(b"<~@/~>", adobe=True), a85decode(b"z"), z85encode(b"1234"), z85decode(b"f!$Kw")
a85decode(b"\\x7f")
a85decode(b"ab~>", adobe=True)
b85decode(b"\\x01")
b85decode("|NsC0~")
binascii.unhexlify("616")
binascii.unhexlify("zz")
binascii.a2b_base64("YQ==YQ==", strict_mode=True)
binascii.a2b_base64("=YQ=", strict_mode=True)
hashlib.new("nope")
hashlib.md5("text")
hashlib.md5(5)
(lambda h: (h.update(b"a"), h.copy().hexdigest() == hashlib.sha256(b"a").hexdigest(), h.update(b"b"), h.hexdigest()[:8]))(hashlib.sha256())
hmac.new(b"k", b"m")
hmac.new("k", b"m", "md5")
hmac.compare_digest("é", "é")
zlib.decompress(zlib.compress(data)) == data, zlib.crc32(data), zlib.adler32(data), zlib.decompress(zlib.compress(b"a" * 1000, 9))[:3], zlib.decompressobj().decompress(zlib.compress(b"abc"), 2), zlib.compress(b"", 0)
zlib.decompress(b"bad")
zlib.decompress(zlib.compress(b"abc")[:-3])
zlib.compress(b"a", 10)
zlib.compress("a")
""")
