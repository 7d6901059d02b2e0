"""Functions of http, called with arguments of every kind: what they answer and how they refuse."""

import http

from asking import ask

NAMES = [
    "HTTPStatus",
    "HTTPMethod",
]
MORE = [
    (404,),
    ("GET",),
]

ask(http, NAMES, MORE)
