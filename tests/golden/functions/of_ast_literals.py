"""Functions of ast, called with arguments of every kind: what they answer and how they refuse."""

import ast

from asking import ask

NAMES = [
    "literal_eval",
]
MORE = [
    ("[1, 2, (3,)]",),
    ("-1 - 2j",),
    ("f()",),
    ("{1, 2}",),
    ("set()",),
    ("b'a' 'b'",),
]

ask(ast, NAMES, MORE)
