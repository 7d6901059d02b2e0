"""Functions of statistics, called with arguments of every kind: what they answer and how they refuse."""

import statistics

from asking import ask

NAMES = [
    "mean",
    "median",
    "mode",
    "variance",
    "stdev",
    "fmean",
    "harmonic_mean",
    "geometric_mean",
    "median_low",
    "median_high",
    "multimode",
    "pvariance",
    "pstdev",
    "quantiles",
    "covariance",
    "correlation",
]
MORE = [
    ([1, 2, 4],),
    ([1, 2], [2, 3]),
    ([],),
]

ask(statistics, NAMES, MORE)
