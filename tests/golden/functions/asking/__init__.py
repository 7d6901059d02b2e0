"""Calls functions with arguments of every kind, and prints what they answer, how they refuse, and what became of the arguments."""

# Classes are named by the module that they are made in, or made for: the test itself.
__name__ = "__main__"


class Index:
    def __index__(self):
        return 2

    def __repr__(self):
        return "Index()"


class Float:
    def __float__(self):
        return 0.5

    def __repr__(self):
        return "Float()"


class Text(str):
    pass


# What every function is called with.
CALLS = [
    (),
    (0,),
    (3,),
    (-1,),
    (2.5,),
    (True,),
    (None,),
    ("a",),
    ("",),
    (b"ab",),
    ([],),
    ([3, 1, 2],),
    ((1, 2),),
    ({"a": 1},),
    (Index(),),
    (Float(),),
    (Text("tx"),),
    (2**70,),
    (float("nan"),),
    (1, 2),
    ("a", "b"),
    ("ab", 1),
    ([1, 2], 2),
    ([1, 2], [3, 4]),
    (1, 2, 3),
    ("a", "b", "c"),
]


def shown(value):
    if hasattr(value, "__next__"):
        try:
            value = [item for item, _ in zip(value, range(5))]
        except Exception as error:
            return f"then {type(error).__name__}({error})"
    text = repr(value)
    return type(value).__name__ if " at 0x" in text else text if len(text) < 100 else f"{text[:80]}…{len(text)}"


def attempt(function, args):
    try:
        return shown(function(*args))
    except Exception as error:
        return f"{type(error).__name__}({error})"


def ask(module, names, more):
    """Calls the functions of the module with `CALLS` and with more."""
    for name in names:
        function = getattr(module, name)
        print(name)
        answers = {}
        for args in CALLS + more:
            args = tuple(list(arg) if isinstance(arg, list) else dict(arg) if isinstance(arg, dict) else arg for arg in args)
            before = shown(args)
            answer = attempt(function, args)
            after = shown(args)
            answers.setdefault(answer + ("" if after == before else " now " + after), []).append(before)
        for answer, calls in answers.items():
            print("   ", answer, "<-", *calls)
