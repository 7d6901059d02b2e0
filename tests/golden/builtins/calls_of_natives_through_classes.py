"""Methods of built-in classes called through the class, with names, and with wrong receivers; weak references of all forms."""
import base64
import binascii
import weakref

d, s = {"a": 1}, "a,b"
print(dict.get(d, "a"), dict.get(d, "z", 9), str.split(s, ","), str.split(s, sep=","), list.append([], 1), int.bit_length(5))
for call in (
    lambda: dict.get([], "a"), lambda: dict.get(), lambda: dict.get(d), lambda: dict.get(d, 1, 2, 3), lambda: dict.get(d, key=1),
    lambda: str.split(3), lambda: list.append([]), lambda: len(obj=[]), lambda: sorted(), lambda: max(d, nokey=1),
):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Target:
    pass


class Sub(weakref.ref):
    pass


class Own(weakref.ref):
    def __init__(self, target, callback=None, note=None):
        super().__init__(target, callback)
        self.note = note


t = Target()
a, b, c, e = weakref.ref(t), weakref.ref(t, None), weakref.ref(t, print), Sub(t)
print(a is b, a is c, a is e, a == c == e, type(e).__name__, e() is t, a() is t)
for make in (
    lambda: weakref.ref(), lambda: weakref.ref(1), lambda: weakref.ref(t, None, 3), lambda: weakref.ref(object=t), lambda: Sub(), lambda: Sub(1),
):
    try:
        print(make())
    except TypeError as error:
        print(error)
print([weakref.ref(k)() is k for k in (Target, Sub, len, print)], weakref.ref(t) in {a})

for data in (b"", b"hello \xff", bytearray(b"ab"), memoryview(b"xyz")[1:], bytes(5000)):
    print(binascii.hexlify(data)[:20], len(base64.b16encode(data)))
print(binascii.hexlify(b"abcd", "-"), binascii.hexlify(b"abcd", "-", 2), binascii.hexlify(b"abcd", bytes_per_sep=2))
for wrong in ("text", 3, None):
    try:
        binascii.hexlify(wrong)
    except TypeError as error:
        print(error)
