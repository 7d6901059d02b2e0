"""Functions of graphlib, called with arguments of every kind: what they answer and how they refuse."""

import graphlib

from asking import ask

NAMES = [
    "TopologicalSorter",
]
MORE = [

]

ask(graphlib, NAMES, MORE)
