"""Bytearrays that change: slices, deletions, growth, exports of their buffer."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

b = bytearray(b"0123456789")
b[2:4] = b"ab"
b[2:2] = b"---"
b[-3:] = []
b[::3] = b"....."[: len(b[::3])]
print(b)
t(b.__setitem__, slice(None, None, 2), b"x")
t(b.__setitem__, 0, 256)
t(b.__setitem__, 0, "x")
t(b.__setitem__, 0, b"x")
t(b.__setitem__, slice(0, 1), 5)
t(b.__setitem__, slice(0, 1), "xyz")
t(b.__setitem__, slice(0, 1), [256])
t(b.__setitem__, 100, 1)
t(b.__setitem__, "k", 1)
t(b.__delitem__, 100)
b[1:3] = b
print(b)
t(lambda: b.__iadd__(b))
b += bytes(b)
b *= 2
print(len(b), b[:5])
del b[::2], b[5:]
print(b)
b.extend([1, 2])
b.extend(b"xy")
b.extend(b)
t(b.extend, "ab")
t(b.extend, [300])
t(b.extend, 5)
t(b.extend, ["x"])
print(b)
b.append(65)
t(b.append, 256)
t(b.append, "x")
t(b.append, -1)
print(b.pop(), b.pop(0), b.pop(-2), b)
t(b.pop, 100)
t(bytearray().pop)
b.insert(0, 90)
b.insert(-100, 91)
b.insert(1000, 92)
t(b.insert, 0, 256)
t(b.insert, "x", 1)
b.remove(92)
t(b.remove, 92)
t(b.remove, 256)
t(b.remove, "x")
b.reverse()
print(b, b.copy() == b, b.copy() is b)
b.clear()
print(b, len(b), b.__alloc__() >= 0)

b = bytearray(b"export")
with memoryview(b) as m:
    for action in (lambda: b.append(1), b.clear, lambda: b.__delitem__(0), lambda: b.extend(b"x"), lambda: b.pop(), lambda: b.__iadd__(b"x"), lambda: b.__imul__(2), lambda: b.__setitem__(slice(0, 1), b"")):
        t(action)
    b[0:1] = b"E"
    b.reverse()
    print(b, bytes(m))
b.append(33)
print(b)
t(lambda: m[0])
t(lambda: len(m))
print(m.__class__, repr(m)[:9])


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


for name in ("append", "insert", "setitem", "extend", "pop", "slice"):
    b = bytearray(b"abcdefgh")
    i = Index(b.clear, 3)
    try:
        match name:
            case "append":
                b.append(i)
            case "insert":
                b.insert(0, i)
            case "setitem":
                b[2] = i
            case "extend":
                b.extend([1, i, 2])
            case "pop":
                print(b.pop(i))
            case "slice":
                b[i:] = b"xyz"
    except Exception as error:
        print(name, type(error).__name__, error)
    print(name, b)
b = bytearray(b"iterate")
it = iter(b)
print(next(it), it.__length_hint__(), it.__reduce__()[1:])
b.clear()
print(list(it), it.__length_hint__())
print(bytearray(b"a") == b"a", bytearray(b"a") < bytearray(b"b"), bytearray(b"ab").__reduce_ex__(2))
t(hash, b)
b = bytearray()
b.__init__("né", "latin-1")
print(b)
t(b.__init__, -5)
t(b.resize, 5)
print(b)
t(b.resize, -1)
t(b.resize, 1)
print(b)
