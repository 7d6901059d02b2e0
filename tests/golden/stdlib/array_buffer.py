"""Arrays as buffers, in files and pickles; views of arrays."""
import array
import copy
import io
import pickle
import struct
from collections.abc import MutableSequence

a = array.array("i", [1, -2, 3, 4])
view = memoryview(a)
print(view.format, view.itemsize, view.nbytes, len(view), view.shape, view.strides, view.readonly)
print(view.tolist(), view[1], view[::2].tolist(), view == a, view == array.array("q", a), view == array.array("q", [0] * 4))
view[0] = 77
view[2:] = array.array("i", [8, 9])
print(a)
try:
    view[2:] = b"abcdefgh"
except ValueError as error:
    print(error)
try:
    view[0] = 1.5
except TypeError as error:
    print(error)
small = view.cast("B")
print(small.format, len(small), small[0])
small[0] = 5
print(a, bytes(small)[:4], view.toreadonly().readonly)
print(bytes(array.array("h", [1, 2])), bytearray(array.array("b", b"xy")), b"".join([array.array("b", b"xy"), b"z"]))
try:
    hash(memoryview(array.array("B", b"ab")).toreadonly())
except TypeError as error:
    print(error)
try:
    memoryview(array.array("w", "ab"))[0]
except NotImplementedError as error:
    print(error)
print(memoryview(array.array("f", [float("nan")])) == array.array("f", [float("nan")]))

# Files.
stream = io.BytesIO()
a.tofile(stream)
stream.seek(0)
back = array.array("i")
try:
    back.fromfile(stream, 5)
except EOFError as error:
    print(error, back)
stream.seek(0)
into = array.array("i", [0] * 3)
print(stream.readinto(into), into)
packed = array.array("b", b" " * 8)
struct.pack_into("4s", packed, 2, b"abcd")
print(packed.tobytes(), struct.unpack("8s", packed), struct.unpack_from("2s", packed, 3))

# Pickles, copies, iterators.
class Slotted(array.array):
    __slots__ = ("slot", "__dict__")

made = Slotted("d", [1.5, 2.5])
made.x, made.y = [10], 11
for protocol in range(6):
    again = pickle.loads(pickle.dumps(made, protocol))
    print(protocol, again, again.x, again.y, type(again).__name__)
print(a.__reduce_ex__(2), a.__reduce_ex__(4)[1:])
it = iter(a)
next(it)
print(list(pickle.loads(pickle.dumps(it))), list(copy.copy(it)), it.__reduce__()[1:])
it.__setstate__(3)
print(list(it), it.__reduce__()[1])
r = reversed(a)
next(r)
print(list(pickle.loads(pickle.dumps(r))), r.__reduce__()[1:])
r.__setstate__(1)
print(list(r), r.__reduce__()[1])

# The rest of a sequence.
a = array.array("i", [-2, -1, 0, 0, 1, 2])
print(a.index(0), a.index(0, 3), a.index(0, -3), a.index(-2, -10), issubclass(array.array, MutableSequence))
try:
    a.index(0, 4)
except ValueError as error:
    print(error)
same = a
a *= 2
print(a is same, len(a))
nan = array.array("d", [float("nan")])
print(nan == nan, nan != nan, nan > nan, array.array("b", [1, 2]) < array.array("i", [1, 2, 3]))
for wrong in (lambda: array.array("i", x=1), lambda: array.array("i", array.array("w", "ab"))):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class WithKeywords(array.array):
    def __init__(self, code, flag=None):
        self.flag = flag


print(WithKeywords("b", flag=3).flag)


class Shrinks:
    def __index__(self):
        victim.clear()
        return 1


victim = array.array("b", [1, 2, 3])
try:
    victim[1] = Shrinks()
except IndexError as error:
    print(error)
