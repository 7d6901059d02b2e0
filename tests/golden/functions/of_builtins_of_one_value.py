"""Functions of builtins, called with arguments of every kind: what they answer and how they refuse."""

import builtins

from asking import ask

NAMES = [
    "divmod",
    "pow",
    "chr",
    "ord",
    "len",
    "callable",
]
MORE = [
    (7, -2),
    (7.5, 2),
    (2, -1, 7),
    (0, 0),
    (97,),
    (1114112,),
    ("é",),
    (len,),
]

ask(builtins, NAMES, MORE)
