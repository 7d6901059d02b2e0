"""Every method of bytes, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        b"abca",
        b"\xff b\n",
    ]


ARGUMENTS = [
    *ODD,
    (b"a", b"b"),
    (b"a", 1),
    (97,),
    (300,),
    ("6162",),
    (1, b"*"),
    ((b"a", b"x"),),
    ([b"a", b"b"],),
    (None, b"a"),
    (b"", b""),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
