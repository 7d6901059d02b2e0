"""Functions of difflib, called with arguments of every kind: what they answer and how they refuse."""

import difflib

from asking import ask

NAMES = [
    "get_close_matches",
    "ndiff",
    "unified_diff",
    "context_diff",
]
MORE = [
    ("aple", ["apple", "maple"]),
]

ask(difflib, NAMES, MORE)
