"""Functions of operator, called with arguments of every kind: what they answer and how they refuse."""

import operator

from asking import ask

NAMES = [
    "__add__",
    "__sub__",
    "__mul__",
    "__and__",
    "__or__",
    "__xor__",
    "__lt__",
    "__eq__",
    "__contains__",
    "__getitem__",
    "__neg__",
    "__not__",
    "__index__",
    "__concat__",
    "__iadd__",
]
MORE = [

]

ask(operator, NAMES, MORE)
