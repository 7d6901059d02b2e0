"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "str",
    "repr",
    "ascii",
    "format",
    "bin",
    "oct",
]
MORE = [
    ("é\n",),
    (b"\xff", "latin-1"),
    (3.14159, ".2f"),
    (255, "#x"),
    ("a", ">5"),
    ([1], "d"),
]

ask(builtins, NAMES, MORE)
