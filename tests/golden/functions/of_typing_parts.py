"""Functions of typing, called with arguments of every kind: what they answer and how they refuse."""

import typing

from asking import ask

NAMES = [
    "Optional",
    "get_origin",
    "get_args",
    "cast",
    "NewType",
    "is_typeddict",
]
MORE = [
    (int,),
    (list[int],),
]

ask(typing, NAMES, MORE)
