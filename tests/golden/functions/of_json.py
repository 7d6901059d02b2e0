"""Functions of json, called with arguments of every kind: what they answer and how they refuse."""

import json

from asking import ask

NAMES = [
    "dumps",
    "loads",
]
MORE = [
    ('[1, {"a": null}]',),
    ('{',),
]

ask(json, NAMES, MORE)
