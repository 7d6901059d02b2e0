"""Every method of list, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        [3, 1, 2],
        [],
        ["a", None],
    ]


ARGUMENTS = [
    *ODD,
    (0, "x"),
    (5, "x"),
    (3, 1),
    (1, 0, 2),
    ("ab",),
    ((1, 2),),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
