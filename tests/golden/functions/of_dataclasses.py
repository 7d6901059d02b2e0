"""Functions of dataclasses, called with arguments of every kind: what they answer and how they refuse."""

import dataclasses

from asking import ask

NAMES = [
    "make_dataclass",
    "field",
    "is_dataclass",
    "asdict",
    "astuple",
    "fields",
    "replace",
]
MORE = [
    ("D", ["x", "y"]),
]

ask(dataclasses, NAMES, MORE)
