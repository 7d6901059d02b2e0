"""Functions of unittest.mock, called with arguments of every kind: what they answer and how they refuse."""

import unittest.mock

from asking import ask

NAMES = [
    "call",
]
MORE = [

]

ask(unittest.mock, NAMES, MORE)
