"""Functions of operator, called with arguments of every kind: what they answer and how they refuse."""

import operator

from asking import ask

NAMES = [
    "abs",
    "add",
    "and_",
    "concat",
    "contains",
    "countOf",
    "delitem",
    "eq",
    "floordiv",
    "ge",
    "getitem",
    "gt",
    "iadd",
    "iand",
    "iconcat",
    "ifloordiv",
    "ilshift",
    "imatmul",
    "imod",
    "imul",
    "index",
    "indexOf",
    "inv",
    "invert",
    "ior",
    "ipow",
    "irshift",
    "is_",
    "is_not",
    "isub",
    "itruediv",
    "ixor",
]
MORE = [

]

ask(operator, NAMES, MORE)
