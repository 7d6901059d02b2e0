"""Functions of http.cookies, called with arguments of every kind: what they answer and how they refuse."""

import http.cookies

from asking import ask

NAMES = [
    "SimpleCookie",
]
MORE = [
    ("a=b; c=d",),
]

ask(http.cookies, NAMES, MORE)
