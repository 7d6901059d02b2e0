"""Functions of heapq, called with arguments of every kind: what they answer and how they refuse."""

import heapq

from asking import ask

NAMES = [
    "heapify",
    "heappop",
    "heappush",
    "heappushpop",
    "heapreplace",
    "nlargest",
    "nsmallest",
    "merge",
    "heapify_max",
    "heappop_max",
]
MORE = [
    ([1, 3, 5], 4),
    (2, [3, 1, 2]),
    (2, "cab"),
]

ask(heapq, NAMES, MORE)
