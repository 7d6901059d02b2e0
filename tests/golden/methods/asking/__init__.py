"""Calls every method with odd arguments, and operators, and prints what they answer, how they refuse, and what became of the receiver."""

# Classes are named by the module that they are made in, or made for: the test itself.
__name__ = "__main__"


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


# What any method may be given.
ODD = [(), (0,), (-1,), ("a",), (None,), ([],), (1.5,), (b"a",), (Index(),), (Raises(),)]


def shown(value):
    text = repr(value)
    return type(value).__name__ if " at 0x" in text else text if len(text) < 80 else f"{text[:60]}…{len(text)}"


def attempt(work, *args):
    try:
        return shown(work(*args))
    except BaseException as error:
        return f"{type(error).__name__}({error})"


def ask(receivers, arguments, operators, skipped=()):
    """Asks the objects that `receivers` makes anew for each call."""
    for place, first in enumerate(receivers()):
        print("==", shown(first))
        for name in sorted(dir(first)):
            if name in skipped or name.startswith("__") and name.endswith("__"):
                continue
            found = getattr(first, name)
            if not callable(found):
                print(name, "=", shown(found))
                continue
            print(name)
            for args in arguments:
                receiver = receivers()[place]
                answer = attempt(getattr(receiver, name), *args)
                after = shown(receiver)
                print("   ", *map(shown, args), "->", answer, "" if after == shown(first) else "now " + after)
    for place, left in enumerate(receivers()):
        for operator in operators:
            row = []
            for (right,) in [args for args in arguments if len(args) == 1]:
                row.append(attempt(eval, f"left {operator} right", {"left": receivers()[place], "right": right}))
            print(shown(left), operator, "|".join(row))
