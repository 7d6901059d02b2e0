"""Every method of str, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        "abca",
        "ñ b\n",
        "",
    ]


ARGUMENTS = [
    *ODD,
    ("a", "b"),
    ("a", 1),
    ("a", "b", 1),
    (1, "*"),
    (1, "ab"),
    ({97: "z"},),
    (("a", "x"),),
    (["a", "b"],),
    ("", ""),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "<", "==", "in", "&", "|"])
