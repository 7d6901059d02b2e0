"""Functions of math, called with arguments of every kind: what they answer and how they refuse."""

import math

from asking import ask

NAMES = [
    "degrees",
    "radians",
    "copysign",
    "fmod",
    "frexp",
    "ldexp",
    "modf",
    "trunc",
    "ceil",
    "floor",
    "fabs",
    "ulp",
    "isclose",
    "remainder",
]
MORE = [
    (5.5, 2),
    (-5.5, 2),
    (float("inf"), 1),
    (1e308, 10),
]

ask(math, NAMES, MORE)
