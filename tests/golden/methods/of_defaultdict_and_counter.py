"""Every method of defaultdict and Counter, called with odd arguments, and its operators: what they answer and how they refuse."""

from collections import Counter, defaultdict

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        defaultdict(list, a=[1]),
        Counter("aab"),
    ]


ARGUMENTS = [
    *ODD,
    ("a", 5),
    ({"b": 3},),
    ("xy",),
    (2,),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"], {"default_factory"})
