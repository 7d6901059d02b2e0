"""Functions of xml.sax.saxutils, called with arguments of every kind: what they answer and how they refuse."""

import xml.sax.saxutils

from asking import ask

NAMES = [
    "escape",
    "unescape",
    "quoteattr",
]
MORE = [
    ("<a&>",),
]

ask(xml.sax.saxutils, NAMES, MORE)
