"""Functions of numbers, called with arguments of every kind: what they answer and how they refuse."""

import numbers

from asking import ask

NAMES = [
    "Number",
    "Complex",
    "Real",
    "Integral",
]
MORE = [

]

ask(numbers, NAMES, MORE)
