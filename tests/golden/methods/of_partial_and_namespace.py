"""Every method of partial, SimpleNamespace, mappingproxy, called with odd arguments, and its operators: what they answer and how they refuse."""

from functools import partial
from types import MappingProxyType, SimpleNamespace

from asking import ODD, ask


def receivers():
    """New ones for every call: methods may change them."""
    return [
        partial(max, 1),
        SimpleNamespace(a=1),
        MappingProxyType({"a": 1}),
    ]


ARGUMENTS = [
    *ODD,
    ("a", 5),
    ({"b": 3},),
]

ask(receivers, ARGUMENTS, ["+", "|", "<", "==", "in"])
