"""Every method of iterators of built-in containers, called with odd arguments, and its operators: what they answer and how they refuse."""

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        iter([1, 2]),
        iter("ab"),
        iter((1,)),
        iter({1: 2}),
        reversed([1, 2]),
        iter(range(3)),
        enumerate("ab"),
        zip("a", "b"),
        map(str, [1]),
        filter(None, [1]),
        iter(int, 0),
    ]


ARGUMENTS = [
    *ODD,
    (1, 2),
]

ask(receivers, ARGUMENTS, ["+", "<", "in"])
