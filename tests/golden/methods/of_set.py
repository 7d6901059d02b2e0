"""Every method of set, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import Raises, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        {1},
        set(),
    ]


ARGUMENTS = [
    (),
    (0,),
    (-1,),
    (None,),
    ([],),
    (1.5,),
    (Raises(),),
    ({1, 2},),
    ([1, 1],),
    (frozenset({1}),),
    ({1}, [2]),
]

ask(receivers, ARGUMENTS, ["-", "&", "|", "^", "<", "<=", "==", "in"])
