"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "isinstance",
    "issubclass",
    "getattr",
    "hasattr",
    "iter",
    "next",
]
MORE = [
    (1, (int, str)),
    (True, int | None),
    (bool, int),
    ("a", "upper"),
    (5, 1),
    (iter([7]),),
    (iter([]), "none"),
]

ask(builtins, NAMES, MORE)
