"""Functions of tomllib, called with arguments of every kind: what they answer and how they refuse."""

import tomllib

from asking import ask

NAMES = [
    "loads",
]
MORE = [
    ("a = 1\nb = [1, 2]",),
    ("a = ",),
]

ask(tomllib, NAMES, MORE)
