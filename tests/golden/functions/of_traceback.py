"""Functions of traceback, called with arguments of every kind: what they answer and how they refuse."""

import traceback

from asking import ask

NAMES = [
    "format_exception_only",
    "format_list",
]
MORE = [
    (ValueError("x"),),
]

ask(traceback, NAMES, MORE)
