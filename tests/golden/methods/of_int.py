"""Every method of int, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        5,
        -7,
        2**80,
    ]


ARGUMENTS = [
    *ODD,
    (1, "big"),
    (3, "little"),
    (2, "x"),
    ([1, 2], "big"),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
