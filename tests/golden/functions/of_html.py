"""Functions of html, called with arguments of every kind: what they answer and how they refuse."""

import html

from asking import ask

NAMES = [
    "escape",
    "unescape",
]
MORE = [
    ("<a&'>",),
    ("&lt;&#65;&nope;&copy",),
]

ask(html, NAMES, MORE)
