"""Functions of email.header, called with arguments of every kind: what they answer and how they refuse."""

import email.header

from asking import ask

NAMES = [
    "decode_header",
    "make_header",
    "Header",
]
MORE = [
    ("=?utf-8?q?a?=",),
]

ask(email.header, NAMES, MORE)
