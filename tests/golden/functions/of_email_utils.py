"""Functions of email.utils, called with arguments of every kind: what they answer and how they refuse."""

import email.utils

from asking import ask

NAMES = [
    "parseaddr",
    "formataddr",
    "quote",
    "unquote",
    "collapse_rfc2231_value",
]
MORE = [
    ("a <b@c>",),
    (("n", "a@b"),),
]

ask(email.utils, NAMES, MORE)
