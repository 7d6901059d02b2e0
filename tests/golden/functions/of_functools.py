"""Functions of functools, called with arguments of every kind: what they answer and how they refuse."""

import functools

from asking import ask

NAMES = [
    "partial",
    "reduce",
    "lru_cache",
    "cache",
    "total_ordering",
    "singledispatch",
]
MORE = [
    (max, [1, 2]),
    (max, [], 5),
]

ask(functools, NAMES, MORE)
