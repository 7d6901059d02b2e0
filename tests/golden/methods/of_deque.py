"""Every method of deque, called with odd arguments, and its operators: what they answer and how they refuse."""

from collections import deque

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        deque([1, 2, 1]),
        deque([1, 2], 2),
    ]


ARGUMENTS = [
    *ODD,
    ("xy",),
    (0, "x"),
    (1, 1),
    (1, 0, 2),
    (2,),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
