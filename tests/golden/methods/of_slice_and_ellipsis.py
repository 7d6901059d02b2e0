"""Every method of slice, Ellipsis, None, NotImplemented, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        slice(1, 5, 2),
        slice(None),
        ...,
        None,
        object,
    ]


ARGUMENTS = [
    *ODD,
    (5,),
    (2**70,),
    (slice(1),),
]

ask(receivers, ARGUMENTS, ["+", "<", "==", "in"], {"mro", "__subclasses__"})
