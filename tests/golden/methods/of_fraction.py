"""Every method of Fraction, called with odd arguments, and its operators: what they answer and how they refuse."""

from fractions import Fraction

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        Fraction(3, 4),
        Fraction(-7),
    ]


ARGUMENTS = [
    *ODD,
    (10,),
    (Fraction(1, 3),),
    ("1/2",),
]

ask(receivers, ARGUMENTS, ["+", "-", "*", "/", "//", "%", "**", "<", "=="], {"from_decimal"})
