"""Memory views: formats, casts, slices, writing, comparison and release."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import array

data = bytearray(range(16))
m = memoryview(data)
a = memoryview(array.array("i", [1, -2, 3]))
d = memoryview(array.array("d", [1.5, 2.5]))
ro = memoryview(b"fixed")
released = memoryview(b"x")
released.release()
ask("""
m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.nbytes, m.readonly, m.c_contiguous, m.f_contiguous, m.contiguous
m.cast("I").tolist(), m.cast("h")[1], m.cast("b").tolist()[:3], m.cast("?").tolist()[:3], m.cast("c")[1], m.cast("Q").shape
m.cast("I").cast("B") == m
m.cast("x")
m.cast("ii")
m.cast(5)
m.cast("I").cast("h")
m[1:4].cast("I")
m[::2].cast("I")
a.tolist(), a[1], a[::-1].tolist(), a[1:].nbytes, a.format, d.tolist(), d[-1]
a[5]
a["x"]
a[1.5]
m[2**100:].tolist()
len(m[3:10:3]), bytes(m[3:10:3]), m[10:3:-2].tolist(), m[::-1].strides, m[::-1].contiguous
m[::0]
ro[0], ro.readonly, hash(ro) == hash(b"fixed"), ro == b"fixed", ro != bytearray(b"fixed"), ro == "fixed", ro == ro[:]
ro.__setitem__(0, 1)
hash(m)
hash(a)
m.__setitem__(0, 256)
m.__setitem__(0, "x")
m.__setitem__(0, b"x")
m.__setitem__(slice(0, 2), b"abc")
m.__setitem__(slice(0, 2), "ab")
m.__setitem__(slice(0, 2), b"zz"), bytes(m[:3])
m.__setitem__(slice(None, None, 4), memoryview(b"WXYZ")), bytes(data)
m.__delitem__(0)
a.__setitem__(0, 2**40)
a.__setitem__(0, 1.5)
a.__setitem__(0, -7), a[0]
d.__setitem__(0, 3), d[0], d.__setitem__(1, "x")
d.__setitem__(1, "x")
a == memoryview(array.array("q", [-7, -2, 3])), a == d, m == a, d == memoryview(array.array("f", [3.0, 2.5]))
a < a
m.tobytes("C")[:4], m.tobytes(order="F")[:4], m.tobytes(None)[:2]
m.tobytes("x")
m.hex(":", 4), ro.hex(), ro[::-1].hex("-")
m.toreadonly().readonly, m.toreadonly()[0], m.obj is data, ro.obj, m[1:].obj is data
m.toreadonly().__setitem__(0, 1)
released.tolist()
released[0]
released.format
released == released, released == b"x"
memoryview("x")
memoryview(5)
memoryview()
memoryview(object=b"x").tolist()
88 in m, list(reversed(ro)), ro.index(101), ro.count(102)
ro.index(1)
ro.index(102, 1)
list(zip(ro, "ab")), iter(ro).__class__.__name__
m.cast("f")[0] == m.cast("f")[0], memoryview(b"ab").cast("c").tolist(), memoryview(b"ab").cast("c") == b"ab"
memoryview(memoryview(b"abc")[1:]).tolist(), memoryview(b"")[:].tolist(), len(memoryview(b"").cast("B"))
""")
with memoryview(data) as inner:
    print(inner[0])
try:
    inner[0]
except ValueError as error:
    print(error)
whole = memoryview(bytearray(b"ab"))
part = whole[1:]
try:
    whole.release()
    print("released", part[0])
except BufferError as error:
    print(error)
part.release()
try:
    type("Sub", (memoryview,), {})
except TypeError as error:
    print(error)
