"""Functions of string.templatelib, called with arguments of every kind: what they answer and how they refuse."""

import string.templatelib

from asking import ask

NAMES = [
    "Interpolation",
    "Template",
    "convert",
]
MORE = [
    (1, "x", "r", ">5"),
    ("a", "r"),
]

ask(string.templatelib, NAMES, MORE)
