"""zlib there and back."""
import zlib

data = b"hello hello hello " * 100
for level in (0, 1, 6, 9):
    packed = zlib.compress(data, level)
    print(level, len(packed) < len(data), zlib.decompress(packed) == data)
c = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = c.compress(data[:500]) + c.compress(data[500:]) + c.flush()
print(zlib.decompress(raw, -15) == data, zlib.crc32(b"abc"), zlib.adler32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(data))
d = zlib.decompressobj()
whole = zlib.compress(data) + b"rest"
out = b"".join(d.decompress(whole[i:i + 7]) for i in range(0, len(whole), 7))
print(out == data, d.eof, len(d.unused_data) <= 4)
d = zlib.decompressobj(-15)
part = d.decompress(raw, 10); print(part, len(d.unconsumed_tail) > 0, part + d.decompress(d.unconsumed_tail) + d.flush() == data)
for f in (lambda: zlib.decompress(b"abc"), lambda: zlib.decompress(zlib.compress(data)[:-5]), lambda: zlib.compress("x"), lambda: zlib.compress(b"", 99)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
