"""Functions of re, called with arguments of every kind: what they answer and how they refuse."""

import re

from asking import ask

NAMES = [
    "escape",
    "compile",
    "findall",
    "split",
    "sub",
    "subn",
    "match",
    "search",
    "fullmatch",
]
MORE = [
    ("(a)(b)?", "ab"),
    ("[", "a"),
    ("a", "b", "banana"),
]

ask(re, NAMES, MORE)
