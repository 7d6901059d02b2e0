"""Functions of math, called with arguments of every kind: what they answer and how they refuse."""

import math

from asking import ask

NAMES = [
    "comb",
    "perm",
    "gcd",
    "lcm",
    "isqrt",
    "factorial",
    "prod",
    "sumprod",
    "dist",
    "hypot",
]
MORE = [
    ([1.5, 2], [2, 3]),
    ([1, 2], [3]),
    (5, 2),
    (2**70, 2),
    ((1, 2), (4, 6)),
    (20,),
]

ask(math, NAMES, MORE)
