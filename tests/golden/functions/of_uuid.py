"""Functions of uuid, called with arguments of every kind: what they answer and how they refuse."""

import uuid

from asking import ask

NAMES = [
    "UUID",
    "uuid3",
    "uuid5",
]
MORE = [
    ("12345678123456781234567812345678",),
]

ask(uuid, NAMES, MORE)
