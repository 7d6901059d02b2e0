"""Every method of complex, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        1 + 2j,
        complex(0, float("nan")),
    ]


ARGUMENTS = [
    *ODD,
    (1j,),
    ("1+2j",),
    (1, 2),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "**", "<", "=="])
