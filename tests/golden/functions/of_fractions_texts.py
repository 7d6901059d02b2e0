"""Functions of fractions, called with arguments of every kind: what they answer and how they refuse."""

import fractions

from asking import ask

NAMES = [
    "Fraction",
]
MORE = [
    ("1/3",),
    ("1e-3",),
    (3, 6),
    (1.25,),
    ("  1/2 ",),
    ("1 /2",),
    ("1/2/3",),
]

ask(fractions, NAMES, MORE)
