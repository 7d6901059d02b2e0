"""Functions of re, called with arguments of every kind: what they answer and how they refuse."""

import re

from asking import ask

NAMES = [
    "compile",
]
MORE = [
    ("(",),
    ("a{2,1}",),
    ("[z-a]",),
    ("(?P<1>a)",),
    ("\\\\",),
    ("*",),
    ("(?<=a+)b",),
    ("a", 2),
]

ask(re, NAMES, MORE)
