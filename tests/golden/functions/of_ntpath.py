"""Functions of ntpath, called with arguments of every kind: what they answer and how they refuse."""

import ntpath

from asking import ask

NAMES = [
    "basename",
    "commonpath",
    "commonprefix",
    "dirname",
    "isabs",
    "join",
    "normcase",
    "normpath",
    "split",
    "splitdrive",
    "splitext",
    "splitroot",
]
MORE = [
    ("c:/a/b.c",),
    ("a", "/b", "c"),
]

ask(ntpath, NAMES, MORE)
