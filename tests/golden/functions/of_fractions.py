"""Functions of fractions, called with arguments of every kind: what they answer and how they refuse."""

import fractions

from asking import ask

NAMES = [
    "Fraction",
]
MORE = [
    ("1/3",),
    ("1/0",),
    ("x",),
    (1, 0),
    (0.5, 1),
    ("1.5e2",),
]

ask(fractions, NAMES, MORE)
