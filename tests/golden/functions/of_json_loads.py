"""Functions of json, called with arguments of every kind: what they answer and how they refuse."""

import json

from asking import ask

NAMES = [
    "loads",
]
MORE = [
    ('[1, {"a": null}]',),
    ('{',),
    ('[1,]',),
    ('NaN',),
    ('"\\u12"',),
    ('1 2',),
    ('tru',),
]

ask(json, NAMES, MORE)
