"""Functions of fnmatch, called with arguments of every kind: what they answer and how they refuse."""

import fnmatch

from asking import ask

NAMES = [
    "filter",
    "filterfalse",
    "fnmatch",
    "fnmatchcase",
    "translate",
]
MORE = [
    ("a.py", "*.py"),
    (["a", "b"], "[a]"),
]

ask(fnmatch, NAMES, MORE)
