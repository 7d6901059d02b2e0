"""Every method of float, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        1.5,
        float("inf"),
        -0.0,
    ]


ARGUMENTS = [
    *ODD,
    ("0x1p3",),
    ("nan",),
    (1, 2),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "**", "<", "=="])
