"""Functions of gettext, called with arguments of every kind: what they answer and how they refuse."""

import gettext

from asking import ask

NAMES = [
    "c2py",
    "dgettext",
    "ngettext",
    "gettext",
]
MORE = [
    ("n != 1",),
    ("a", "b", 2),
]

ask(gettext, NAMES, MORE)
