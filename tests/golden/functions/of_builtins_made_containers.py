"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "list",
    "tuple",
    "dict",
    "enumerate",
    "zip",
    "reversed",
]
MORE = [
    ([(1, 2)],),
    (["ab", "cd"],),
    ([[1]],),
    ("ab", 5),
    ([1], [2], [3]),
]

ask(builtins, NAMES, MORE)
