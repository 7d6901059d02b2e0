"""Functions of statistics, called with arguments of every kind: what they answer and how they refuse."""

import statistics

from asking import ask

NAMES = [
    "NormalDist",
    "linear_regression",
    "quantiles",
]
MORE = [
    (5, 2),
    ([1, 2, 3], [2, 4, 6]),
]

ask(statistics, NAMES, MORE)
