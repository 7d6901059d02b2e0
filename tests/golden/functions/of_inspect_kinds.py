"""Functions of inspect, called with arguments of every kind: what they answer and how they refuse."""

import inspect

from asking import ask

NAMES = [
    "isclass",
    "isfunction",
    "ismodule",
    "isbuiltin",
    "isgenerator",
    "cleandoc",
    "getmodulename",
    "iscoroutinefunction",
]
MORE = [
    ("  a\\n  b",),
    (len,),
    (int,),
]

ask(inspect, NAMES, MORE)
