"""Functions of math, called with arguments of every kind: what they answer and how they refuse."""

import math

from asking import ask

NAMES = [
    "acos",
    "asin",
    "atan",
    "atan2",
    "ceil",
    "comb",
    "copysign",
    "cos",
    "cosh",
    "degrees",
    "dist",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "factorial",
    "floor",
    "fmod",
    "frexp",
    "fsum",
    "gcd",
]
MORE = [

]

ask(math, NAMES, MORE)
