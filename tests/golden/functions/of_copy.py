"""Functions of copy, called with arguments of every kind: what they answer and how they refuse."""

import copy

from asking import ask

NAMES = [
    "copy",
    "deepcopy",
    "replace",
]
MORE = [

]

ask(copy, NAMES, MORE)
