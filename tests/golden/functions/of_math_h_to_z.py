"""Functions of math, called with arguments of every kind: what they answer and how they refuse."""

import math

from asking import ask

NAMES = [
    "hypot",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "isqrt",
    "lcm",
    "ldexp",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "modf",
    "perm",
    "pow",
    "prod",
    "radians",
    "remainder",
    "sin",
    "sinh",
    "sqrt",
    "sumprod",
    "tan",
    "tanh",
    "trunc",
    "ulp",
    "fma",
]
MORE = [

]

ask(math, NAMES, MORE)
