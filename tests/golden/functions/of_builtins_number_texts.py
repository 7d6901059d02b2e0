"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "int",
    "float",
    "complex",
    "bool",
    "abs",
    "round",
]
MORE = [
    ("1_0",),
    ("0x1f", 16),
    (" 7 ",),
    ("1e5",),
    ("inf",),
    ("1+2j",),
    (1e300, -300),
    (2.675, 2),
    (15, -1),
    ("z", 36),
]

ask(builtins, NAMES, MORE)
