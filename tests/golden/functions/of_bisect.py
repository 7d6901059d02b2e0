"""Functions of bisect, called with arguments of every kind: what they answer and how they refuse."""

import bisect

from asking import ask

NAMES = [
    "bisect",
    "bisect_left",
    "bisect_right",
    "insort",
    "insort_left",
    "insort_right",
]
MORE = [
    ([1, 3, 5], 3),
    ([1, 3, 5], 3, 1),
    ([1, 3, 5], 3, 1, 2),
    ([1, 3], "a"),
    ([1, 3], 2, -1),
]

ask(bisect, NAMES, MORE)
