"""Functions of pprint, called with arguments of every kind: what they answer and how they refuse."""

import pprint

from asking import ask

NAMES = [
    "pformat",
    "isreadable",
    "isrecursive",
    "saferepr",
]
MORE = [
    ([[1] * 30],),
]

ask(pprint, NAMES, MORE)
