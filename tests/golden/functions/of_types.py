"""Functions of types, called with arguments of every kind: what they answer and how they refuse."""

import types

from asking import ask

NAMES = [
    "SimpleNamespace",
    "MethodType",
    "ModuleType",
    "CellType",
    "GenericAlias",
    "new_class",
    "resolve_bases",
]
MORE = [
    (len, [1]),
    (list, int),
]

ask(types, NAMES, MORE)
