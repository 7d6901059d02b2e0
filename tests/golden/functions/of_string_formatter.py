"""Functions of string, called with arguments of every kind: what they answer and how they refuse."""

import string

from asking import ask

NAMES = [
    "Formatter",
]
MORE = [

]

ask(string, NAMES, MORE)
