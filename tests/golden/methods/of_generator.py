"""Every method of generators, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        (x for x in [1, 2]),
    ]


ARGUMENTS = [
    *ODD,
    (ValueError,),
    (ValueError("v"),),
    (ValueError, "v"),
    (GeneratorExit,),
]

ask(receivers, ARGUMENTS, ["+", "<", "in"])
