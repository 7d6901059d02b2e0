"""Functions of statistics, called with arguments of every kind: what they answer and how they refuse."""

import statistics

from asking import ask

NAMES = [
    "mean",
    "median",
    "mode",
    "fmean",
    "harmonic_mean",
    "geometric_mean",
    "multimode",
]
MORE = [
    ([1, 2, 4],),
    ([0.5, 2],),
    ([-1, 1],),
    (["a", "b", "a"],),
    ([1, "a"],),
]

ask(statistics, NAMES, MORE)
