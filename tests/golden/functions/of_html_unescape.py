"""Functions of html, called with arguments of every kind: what they answer and how they refuse."""

import html

from asking import ask

NAMES = [
    "unescape",
]
MORE = [
    ("&amp;&#x41;&#65;&#0;&#xD800;&notit;&nosuch;",),
    ("&lt",),
    ("&#1114112;",),
]

ask(html, NAMES, MORE)
