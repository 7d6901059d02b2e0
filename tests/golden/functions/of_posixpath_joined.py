"""Functions of posixpath, called with arguments of every kind: what they answer and how they refuse."""

import posixpath

from asking import ask

NAMES = [
    "commonpath",
    "commonprefix",
    "join",
]
MORE = [
    (["/a/b", "/a/c"],),
    ("a", "/b", "c"),
    (["a", "/b"],),
]

ask(posixpath, NAMES, MORE)
