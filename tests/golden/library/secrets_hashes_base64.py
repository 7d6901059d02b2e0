import hashlib, hmac, base64, binascii, zlib, uuid
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"]:
    h = hashlib.new(name, b"abc"); h.update(b"def"); print(name, h.hexdigest()[:32], h.digest_size, h.block_size, h.name, h.copy().hexdigest() == h.hexdigest())
print(hashlib.shake_128(b"a").hexdigest(8), hmac.new(b"k", b"m", "sha256").hexdigest()[:20], hmac.compare_digest(b"a", b"a"))
for f in ("b64encode", "b32encode", "b16encode", "b85encode", "a85encode", "urlsafe_b64encode", "z85encode"): print(f, getattr(base64, f)(b"hello \xff\xfe!!12"))
print(base64.b64decode("aGk="), base64.b32decode("NBUQ===="), base64.b85decode("Xk~"), base64.a85decode(b"<~BOu!r~>", adobe=True))
for make in (lambda: base64.b64decode("a"), lambda: binascii.unhexlify("abc"), lambda: base64.b32decode("1"), lambda: hashlib.new("nope")):
    try: make()
    except ValueError as error: print(type(error).__name__, error)
print(binascii.crc32(b"abc"), zlib.adler32(b"abc"), binascii.hexlify(b"\x01\xab", "-"), zlib.decompress(zlib.compress(b"x" * 99)) == b"x" * 99)
print(uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "a.b"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID("{12345678-1234-5678-1234-567812345678}").fields, uuid.uuid4().version)
