"""Every method of partial, SimpleNamespace, mappingproxy, called with odd arguments, and its operators: what they answer and how they refuse."""

from functools import partial
from types import MappingProxyType, SimpleNamespace



class Index:
    def __index__(self):
        return 1

    def __repr__(self):
        return "Index()"


class Raises:
    """Refuses whatever it is asked."""

    def __iter__(self):
        raise KeyError("iter")

    def __index__(self):
        raise KeyError("index")

    def __eq__(self, other):
        raise KeyError("eq")

    def __hash__(self):
        raise KeyError("hash")

    def __repr__(self):
        return "Raises()"


def receivers():
    """New ones for every call: methods may change them."""
    return [
        partial(max, 1),
        SimpleNamespace(a=1),
        MappingProxyType({"a": 1}),
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
    ("a", 5),
    ({"b": 3},),
]
SKIPPED = set()


def shown(value):
    text = repr(value)
    return type(value).__name__ if " at 0x" in text else text if len(text) < 80 else f"{text[:60]}…{len(text)}"


def attempt(work, *args):
    try:
        return shown(work(*args))
    except BaseException as error:
        return f"{type(error).__name__}({error})"


for place, first in enumerate(receivers()):
    print("==", shown(first))
    for name in sorted(dir(first)):
        if name in SKIPPED or name.startswith("__") and name.endswith("__"):
            continue
        found = getattr(first, name)
        if not callable(found):
            print(name, "=", shown(found))
            continue
        print(name)
        for args in ARGUMENTS:
            receiver = receivers()[place]
            answer = attempt(getattr(receiver, name), *args)
            after = shown(receiver)
            print("   ", *map(shown, args), "->", answer, "" if after == shown(first) else "now " + after)
for place, left in enumerate(receivers()):
    for operator in ["+", "|", "<", "==", "in"]:
        row = []
        for (right,) in [args for args in ARGUMENTS if len(args) == 1]:
            row.append(attempt(eval, f"left {operator} right", {"left": receivers()[place], "right": right}))
        print(shown(left), operator, "|".join(row))
