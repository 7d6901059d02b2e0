"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytes",
    "bytearray",
    "callable",
    "chr",
    "complex",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
]
MORE = [
    (len,),
    (str, [1]),
    (7, 2),
    (None, [0, 1]),
]

ask(builtins, NAMES, MORE)
