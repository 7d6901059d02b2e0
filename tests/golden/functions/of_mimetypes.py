"""Functions of mimetypes, called with arguments of every kind: what they answer and how they refuse."""

import mimetypes

from asking import ask

NAMES = [
    "guess_type",
    "guess_extension",
    "guess_all_extensions",
]
MORE = [
    ("a.py",),
    ("text/html",),
]

ask(mimetypes, NAMES, MORE)
