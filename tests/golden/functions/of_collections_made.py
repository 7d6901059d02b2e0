"""Functions of collections, called with arguments of every kind: what they answer and how they refuse."""

import collections

from asking import ask

NAMES = [
    "Counter",
    "deque",
    "namedtuple",
    "UserString",
    "UserList",
]
MORE = [
    ("P", "x y"),
    ("abc", 2),
]

ask(collections, NAMES, MORE)
