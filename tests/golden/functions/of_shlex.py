"""Functions of shlex, called with arguments of every kind: what they answer and how they refuse."""

import shlex

from asking import ask

NAMES = [
    "join",
    "quote",
    "split",
]
MORE = [
    ("a 'b c'",),
    (["a b", "c"],),
    ("a 'b",),
]

ask(shlex, NAMES, MORE)
