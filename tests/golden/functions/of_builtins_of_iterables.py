"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "sorted",
    "min",
    "max",
    "sum",
    "any",
    "all",
]
MORE = [
    ([3, 1], None),
    ([[1], [2]], []),
    ("ba",),
    ([1, "a"],),
    ([None, 1],),
    ({3: 1, 1: 2},),
]

ask(builtins, NAMES, MORE)
