"""Functions of heapq, called with arguments of every kind: what they answer and how they refuse."""

import heapq

from asking import ask

NAMES = [
    "heappush_max",
    "heapify_max",
    "heapreplace_max",
    "heappushpop_max",
]
MORE = [
    ([1, 3, 5], 4),
    ([], 1),
]

ask(heapq, NAMES, MORE)
