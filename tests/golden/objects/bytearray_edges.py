"""bytearray in place: each method that changes it, exports that forbid it, and its errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


a = bytearray(b"hello")
ask(r'''
bytearray(), bytearray(3), bytearray(b"ab"), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(Index(2)), bytearray(range(3)), bytearray(memoryview(b"xy")), bytearray("a", "ascii", "strict")
bytearray("a")
bytearray(-1)
bytearray([256])
bytearray([-1])
bytearray(["a"])
bytearray(1.5)
bytearray(None)
bytearray(2**70)
bytearray(b"a", "utf-8")
bytearray(5, "utf-8")
bytearray("a", 5)
bytearray(1, 2, 3, 4)
bytearray(source=b"q"), bytearray(encoding="utf-8") if False else 0
bytearray(encoding="utf-8")
bytearray(errors="strict")
a.append(33), a.append(True), a.append(Index(63)), a
a.append(256)
a.append("a")
a.append(b"a")
a.append()
a.extend(b" x"), a.extend([1]), a
a.extend("ab")
a.extend(5)
a.extend([1, 300])
a.extend([1, "x"])
a.insert(0, 72), a.insert(-1, 73), a.insert(100, 74), a
a.insert(0, 256)
a.insert("0", 1)
a.pop(), a.pop(0), a.pop(-2), a
a.pop(99)
a.pop("x")
bytearray().pop()
a.remove(101), a
a.remove(200)
a.remove(256)
a.remove("a")
a.reverse(), a, a.copy(), a.copy() is a, a.clear(), a
a.__iadd__(b"abcdef"), a.__imul__(2), a.__imul__(0), a.__imul__(-5)
a.__iadd__("x")
a.__iadd__(5)
a.__imul__("x")
a.__imul__(1.5)
a.extend(b"0123456789"), a[2], a[-1], a[2:5], a[::3], a[::-1], a[20:], a[Index(1)]
a[10]
a["a"]
a[1.0]
a[None]
a.__setitem__(0, 65), a.__setitem__(slice(1, 3), b"xyz"), a.__setitem__(slice(0, 0), [1, 2]), a.__setitem__(slice(None, None, 4), b"...."), a
a.__setitem__(0, 256)
a.__setitem__(0, "a")
a.__setitem__(99, 1)
a.__setitem__(slice(0, 4), "abc")
a.__setitem__(slice(0, 4), 5)
a.__setitem__(slice(0, 4, 2), b"abc")
a.__setitem__(slice(0, 2), [300])
a.__setitem__("k", 1)
a.__delitem__(0), a.__delitem__(slice(1, 3)), a.__delitem__(slice(None, None, 2)), a
a.__delitem__(99)
a.__delitem__("a")
a.resize(3), a, a.resize(6), a
a.resize(-1)
a.resize("a")
a.__alloc__() >= len(a), a.__sizeof__() > 0, a.__reduce__()[0], a.__reduce_ex__(2)[0]
hash(a)
a == bytes(a), a == memoryview(a), a < b"\xff", a != "x", a.__eq__("x"), a.__lt__("x")
a < "x"
a + b"x", b"x" + a, type(a + b"x"), type(b"x" + a), a * 2, 2 * a
a + "x"
a + None
"x" + a
97 in bytearray(b"abc"), b"bc" in bytearray(b"abc"), b"" in bytearray()
256 in a
"a" in a
repr(bytearray(b"'\"\\\n\x00\xff")), str(bytearray(b"'")), bytearray(b'"').__repr__(), f"{bytearray(b'a')}"
''')
with memoryview(a):
    for work in (
        lambda: a.append(1), lambda: a.clear(), lambda: a.extend(b"xy"), lambda: a.pop(), lambda: a.insert(0, 1), lambda: a.__delitem__(0), lambda: a.resize(20),
        lambda: a.__imul__(2), lambda: a.__iadd__(b"z"), lambda: a.__setitem__(slice(0, 1), b"abc"), lambda: a.reverse(), lambda: a.__setitem__(0, 7), lambda: a.extend(b""), lambda: a.remove(7),
    ):
        try:
            print(work(), a)
        except Exception as error:
            print(type(error).__name__, error)
a.append(1)
print(a)
