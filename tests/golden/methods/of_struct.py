"""Every method of Struct, called with odd arguments, and its operators: what they answer and how they refuse."""

import struct

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        struct.Struct("<hb"),
        struct.Struct(""),
    ]


ARGUMENTS = [
    *ODD,
    (b"\1\0\2",),
    (1, 2),
    (1, 2, 3),
    (bytearray(4), 1, 1, 2),
    (b"abcdef", 2),
    ("a", "b"),
]

ask(receivers, ARGUMENTS, ["+", "<"])
