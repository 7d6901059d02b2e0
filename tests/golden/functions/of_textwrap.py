"""Functions of textwrap, called with arguments of every kind: what they answer and how they refuse."""

import textwrap

from asking import ask

NAMES = [
    "dedent",
    "fill",
    "indent",
    "shorten",
    "wrap",
]
MORE = [
    ("hello big world", 7),
    ("  a\n b",),
    ("a\nb", "> "),
]

ask(textwrap, NAMES, MORE)
