"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "tuple",
    "type",
    "zip",
    "classmethod",
    "delattr",
    "setattr",
    "super",
    "object",
]
MORE = [
    (1, 10, 3),
    (2.567, 2),
    ([1, 2], 5),
]

ask(builtins, NAMES, MORE)
