"""A native module that is imported a second time leaves what the first one's functions raise alone; slots in pickles."""
import sys
import pickle
import struct
from collections import OrderedDict, deque
from typing import TypeAliasType

old = struct.error
del sys.modules["_struct"]
import _struct

print(old is struct.error)
try:
    struct.unpack("i", b"")
except struct.error as error:
    print(error)


class Slotted(deque):
    __slots__ = ("x", "__dict__")


class Ordered(OrderedDict):
    __slots__ = ("x",)


class Bytes(bytearray):
    __slots__ = ("x",)


for made in (Slotted("abc"), Ordered(a=1), Bytes(b"ab")):
    made.x = [1]
    again = pickle.loads(pickle.dumps(made))
    print(again, again.x, again == made)

Alias = TypeAliasType("Alias", int)
print(Alias.__name__)
