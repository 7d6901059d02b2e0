# Lines of uuencoded data, the state of io.StringIO, os.readinto.
import binascii
import copy
import io
import os
import pickle


def shown(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)


for data in (b"", b"a", b"ab", b"abc", b"hello world", bytes(range(45)), b"\xff" * 44, bytearray(b"\0\0x"), memoryview(b"zz")):
    for backtick in (False, True):
        line = binascii.b2a_uu(data, backtick=backtick)
        print(line, binascii.a2b_uu(line) == bytes(data))
for data in (b"a" * 46, "x", 3):
    shown(binascii.b2a_uu, data)
for line in ("", b" ", b"`", b"#86)C", "#86)C", b"#86)C garbage", b"!\x80", "!\xe9", 5, b"#86)C````\n", b"$abc", b"#86", b"#8\r\n",
             b"\x00", b"\xff", b"#86)C\n#86)C\n", b"!a\x1f"):
    shown(binascii.a2b_uu, line)
print(b"uu and back".hex(), "\n")


class Noted(io.StringIO):
    pass


for newline in (None, "", "\n", "\r", "\r\n"):
    stream = io.StringIO("one\ntwo\r\nthr\xe9e\u20ac\n", newline)
    stream.readline()
    print(stream.__getstate__())
    for protocol in range(2, 6):
        again = pickle.loads(pickle.dumps(stream, protocol))
        print(again.tell(), repr(again.getvalue()), repr(again.read()))
    again = copy.copy(stream)
    again.seek(0, 2)
    again.write("x\n")
    print(repr(again.getvalue()), repr(stream.getvalue()))
noted = Noted("text")
noted.note = [1]
copied = copy.deepcopy(noted)
print(copied.note, copied.note is noted.note, copied.getvalue(), noted.__getstate__(), type(copied).__name__)
for state in (3, (1, 2, 3), ("a", "\n", "x", None), ("a", "\n", -1, None), ("a", "\n", 1, 3), (1, "\n", 1, None), ("a", 3, 1, None),
              ("a\r\n", None, 1, {"z": 1}, 7), ("ab", "\n", 5, None), (None, "\n", 0, None)):
    stream = io.StringIO("q")
    shown(stream.__setstate__, state)
    print(repr(stream.getvalue()))
stream.close()
shown(stream.__getstate__)
print()

reader, writer = os.pipe()
os.write(writer, b"abcdefgh")
target = bytearray(b".....")
print(os.readinto(reader, target), target)
part = memoryview(target)[1:3]
print(os.readinto(reader, part), target)
print(os.readinto(reader, target), target)
print(os.readinto(reader, bytearray()))
for args in ((reader, b"abc"), (reader, 3), ("x", bytearray(1)), (reader,), (999, bytearray(2)), (reader, None)):
    shown(os.readinto, *args)
os.close(writer)
print(os.readinto(reader, target), target)
os.close(reader)
