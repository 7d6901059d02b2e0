"""Functions of getopt, called with arguments of every kind: what they answer and how they refuse."""

import getopt

from asking import ask

NAMES = [
    "getopt",
    "gnu_getopt",
]
MORE = [
    (["-a", "x"], "a"),
    (["--long=5"], "", ["long="]),
]

ask(getopt, NAMES, MORE)
