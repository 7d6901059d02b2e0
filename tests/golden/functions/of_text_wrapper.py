"""Functions of textwrap, called with arguments of every kind: what they answer and how they refuse."""

import textwrap

from asking import ask

NAMES = [
    "TextWrapper",
]
MORE = [

]

ask(textwrap, NAMES, MORE)
