"""Functions of operator, called with arguments of every kind: what they answer and how they refuse."""

import operator

from asking import ask

NAMES = [
    "le",
    "length_hint",
    "lshift",
    "lt",
    "matmul",
    "mod",
    "mul",
    "ne",
    "neg",
    "not_",
    "or_",
    "pos",
    "pow",
    "rshift",
    "setitem",
    "sub",
    "truediv",
    "truth",
    "xor",
    "attrgetter",
    "itemgetter",
    "methodcaller",
    "call",
]
MORE = [
    (max, 1, 2),
]

ask(operator, NAMES, MORE)
