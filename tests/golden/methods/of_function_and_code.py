"""Every method of functions, methods and built-ins, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import Index, Raises, ask


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
    ([],),
    ("a", 1),
]

ask(receivers, ARGUMENTS, ["+", "<"])
