"""Every method of complex, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import Index, Raises, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        1 + 2j,
        complex(0, float("nan")),
    ]


ARGUMENTS = [
    (),
    (0,),
    (-1,),
    ("a",),
    (None,),
    ([],),
    (1.5,),
    (b"a",),
    (Index(),),
    (Raises(),),
    (1j,),
    ("1+2j",),
    (1, 2),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "**", "<", "=="])
