"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "getattr",
    "hasattr",
    "hex",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "map",
    "max",
    "min",
    "next",
    "oct",
    "ord",
    "pow",
]
MORE = [
    (int, int),
    (5, "real"),
    (5, "nope", 1),
    ("7", 8),
    (len, ["a"]),
    (2, 3, 5),
]

ask(builtins, NAMES, MORE)
