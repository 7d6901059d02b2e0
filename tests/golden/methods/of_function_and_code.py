"""Every method of functions, methods and built-ins, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        len,
        str.upper,
        "a".upper,
        int.__add__,
        classmethod(len),
        staticmethod(len),
    ]


ARGUMENTS = [
    *ODD,
    ([],),
    ("a", 1),
]

ask(receivers, ARGUMENTS, ["+", "<"])
