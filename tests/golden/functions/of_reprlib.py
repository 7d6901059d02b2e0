"""Functions of reprlib, called with arguments of every kind: what they answer and how they refuse."""

import reprlib

from asking import ask

NAMES = [
    "repr",
]
MORE = [
    (list(range(20)),),
    ({n: n for n in range(9)},),
]

ask(reprlib, NAMES, MORE)
