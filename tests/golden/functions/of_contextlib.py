"""Functions of contextlib, called with arguments of every kind: what they answer and how they refuse."""

import contextlib

from asking import ask

NAMES = [
    "suppress",
    "nullcontext",
    "closing",
    "contextmanager",
    "redirect_stdout",
]
MORE = [
    (len,),
]

ask(contextlib, NAMES, MORE)
