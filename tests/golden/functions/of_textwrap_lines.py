"""Functions of textwrap, called with arguments of every kind: what they answer and how they refuse."""

import textwrap

from asking import ask

NAMES = [
    "dedent",
    "indent",
    "fill",
]
MORE = [
    ("  a\n    b\n",),
    ("a\n\nb", "> "),
    ("one two three", 6),
]

ask(textwrap, NAMES, MORE)
