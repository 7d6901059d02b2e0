"""Every method of Struct, called with odd arguments, and its operators: what they answer and how they refuse."""

import struct

from asking import Index, Raises, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        struct.Struct("<hb"),
        struct.Struct(""),
    ]


ARGUMENTS = [
    (),
    (0,),
    (-1,),
    ("a",),
    (None,),
    ([],),
    (1.5,),
    (b"a",),
    (Index(),),
    (Raises(),),
    (b"\1\0\2",),
    (1, 2),
    (1, 2, 3),
    (bytearray(4), 1, 1, 2),
    (b"abcdef", 2),
    ("a", "b"),
]

ask(receivers, ARGUMENTS, ["+", "<"])
