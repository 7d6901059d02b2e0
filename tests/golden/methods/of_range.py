"""Every method of range, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        range(5),
        range(10, 0, -3),
        range(2**70, 2**70 + 2),
    ]


ARGUMENTS = [
    *ODD,
    (3,),
    (10, 1),
    (2**70,),
    (True,),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
