"""Pattern matching: guards that fail, lookalikes, captures kept, mappings and classes that misbehave."""

class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Log:
    def __getattr__(self, name):
        print("asked", name)
        if name == "bad":
            raise ValueError("bad attribute")
        raise AttributeError(name)


class BadArgs:
    __match_args__ = 5


class BadNames:
    __match_args__ = ("a", 5)
    a = 1


class Few:
    __match_args__ = ("a",)


def kind(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case int(n) if n > 10:
            return f"large {n}"
        case int() | float() as number:
            return f"number {number}"
        case "":
            return "empty text"
        case str(text) if (size := len(text)) > 3:
            return f"long text {size}"
        case [] | ():
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [x, y] if x == y:
            return f"twins {x}"
        case [1, *_, last]:
            return f"from 1 to {last}"
        case [first, *middle, (2 | 3) as end]:
            return f"{first} {middle} {end}"
        case {"kind": "point", "at": [x, y], **rest}:
            return f"point {x} {y} {rest}"
        case {1: one, -1: minus, None: nothing}:
            return f"{one} {minus} {nothing}"
        case {}:
            return f"mapping {len(value)}"
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y):
            return f"on y at {y}"
        case Point(x, y=Point(a, b)):
            return f"nested {x} {a} {b}"
        case Point():
            return "some point"
        case bytes(b) | bytearray(b):
            return f"bytes {b}"
        case -1.5 | 1 + 2j:
            return "number constant"
        case _:
            return "other"


for value in (None, True, 0, 11, 1.5, -1.5, 1 + 2j, "", "abc", "abcd", [], (), [5], (5,), [2, 2], [1, 2, 3, 4], [0, 9, 3], range(3), range(0), "ab", b"ab",
              bytearray(b"x"), {}, {"kind": "point", "at": (1, 2), "z": 3}, {1: 1, -1: 2, None: 3, 4: 5}, Point(0, 0), Point(0, 5), Point(1, Point(2, 3)), Point(1, 2), {1}, iter([]), object, memoryview(b"ab")):
    print(repr(value) if not isinstance(value, (Point,)) and "0x" not in repr(value) else type(value).__name__, "->", kind(value))


def attempt(cls, *patterns):
    try:
        match patterns[0]:
            case cls(a):
                print("one positional", a)
            case _:
                print("no match")
    except Exception as error:
        print(type(error).__name__, error)


for cls, value in ((BadArgs, BadArgs()), (BadNames, BadNames()), (Few, Few()), (object, 5), (int, 5), (int, "x"), (5, 5), (list[int], [1]), (Log, Log()), (dict, {1: 2}), (str, "s")):
    attempt(cls, value)
try:
    match Few():
        case Few(1, 2):
            pass
except TypeError as error:
    print(error)
try:
    match BadNames():
        case BadNames(1, a=1):
            pass
except TypeError as error:
    print(error)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
try:
    match Log():
        case Log(bad=1):
            pass
except ValueError as error:
    print(error)
match Log():
    case Log(missing=1):
        pass
    case other:
        print("fell to", type(other).__name__)


class Mapping(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)

    def __missing__(self, key):
        return "made"


match Mapping(a=1):
    case {"zz": x}:
        print("never", x)
    case {"a": 1, **rest}:
        print("rest", rest)
match (1, 2):
    case (a, b) if a > b:
        pass
    case (a, _):
        print(a, b)
for source in ("match x:\n case a: pass\n case b: pass", "match x:\n case [a, a]: pass", "match x:\n case a | b: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case P(a=1, a=2): pass",
               "match x:\n case P(a=1, 2): pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case 1 + 2: pass", "match x:\n case f'x': pass", "match x:\n case a.b.c as _: pass", "match x:\n case (a | _): pass", "match x:\n case {_: 1}: pass"):
    try:
        compile(source, "s", "exec")
        print("compiles")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
