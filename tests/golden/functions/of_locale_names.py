"""Functions of locale, called with arguments of every kind: what they answer and how they refuse."""

import locale

from asking import ask

NAMES = [
    "normalize",
    "delocalize",
]
MORE = [
    ("en_US",),
]

ask(locale, NAMES, MORE)
