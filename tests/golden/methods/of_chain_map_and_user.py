"""Every method of ChainMap, UserDict, UserList, UserString, called with odd arguments, and its operators: what they answer and how they refuse."""

from collections import ChainMap, UserDict, UserList, UserString

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        ChainMap({"a": 1}, {"b": 2}),
        UserDict(a=1),
        UserList([1, 2]),
        UserString("ab"),
    ]


ARGUMENTS = [
    *ODD,
    ("a", 5),
    ({"b": 3},),
    ("a", "b"),
    (0, "x"),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"], {"maketrans"})
