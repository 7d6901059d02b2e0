"""Every method of tuple, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        (3, 1, 3),
        (),
        ("a", [1]),
    ]


ARGUMENTS = [
    *ODD,
    (3, 1),
    (3, 0, 1),
    ((1, 2),),
    (3, -1),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
