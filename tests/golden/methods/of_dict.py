"""Every method of dict, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        {"a": 1, 0: 2},
        {},
    ]


ARGUMENTS = [
    *ODD,
    ("a", 5),
    ({"b": 2},),
    ([("k", "v")],),
    ([1],),
    ("z", None),
    (["x", "y"], 0),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
