"""Functions of pathlib, called with arguments of every kind: what they answer and how they refuse."""

import pathlib

from asking import ask

NAMES = [
    "PurePosixPath",
    "PureWindowsPath",
]
MORE = [
    ("a", "b"),
    ("c:/x",),
]

ask(pathlib, NAMES, MORE)
