"""Functions of enum, called with arguments of every kind: what they answer and how they refuse."""

import enum

from asking import ask

NAMES = [
    "Enum",
    "IntEnum",
    "Flag",
    "auto",
    "member",
    "nonmember",
    "unique",
]
MORE = [
    ("E", "a b"),
]

ask(enum, NAMES, MORE)
