"""`match`: every kind of pattern."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Color:
    RED = "red"
    NESTED = None


Color.NESTED = Color


def describe(subject):
    match subject:
        case None:
            return "none"
        case True | False as flag:
            return f"bool {flag}"
        case 0:
            return "zero"
        case -1 | -1.5 | 2j | 1 + 2j:
            return f"special number {subject}"
        case Color.RED | Color.NESTED.RED:
            return "red by value"
        case "a" "b":
            return "joined string"
        case b"bytes":
            return "bytes"
        case int(n) if n > 100:
            return f"big int {n}"
        case int() | float():
            return f"number {subject}"
        case str(text):
            return f"text {text}"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, y] | (y, 1):
            return f"with a one and {y}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [Point(x=0), *rest]:
            return f"starts with a point on the axis, then {rest}"
        case (a, (b, *c), *d):
            return f"nested {a} {b} {c} {d}"
        case [*everything]:
            return f"sequence {everything}"
        case {}  if not subject:
            return "empty mapping"
        case {"kind": "circle", "radius": r}:
            return f"circle {r}"
        case {"kind": str(kind), **rest}:
            return f"kind {kind} and {rest}"
        case {"list": [_, second, *_], -1: None}:
            return f"second {second}"
        case {1: _, **others}:
            return f"has 1, others {others}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x axis at {x}"
        case Point(Point() as inner, y):
            return f"point of point {inner} {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "some point"
        case object(__class__=kind) if kind is set:
            return "a set"
        case _:
            return f"something else: {type(subject).__name__}"


for subject in (None, True, False, 0, 0.0, -1, -1.5, 2j, 1 + 2j, "red", "ab", b"bytes", 7, 1000, 2.5, "text", [], (), [5], (7,), [1, 2],
                (3, 1), [4, 0, 4], [Point(0, 1), 2, 3], [1, (2, 3, 4), 5], [2, 3, 4], range(3), {}, {"kind": "circle", "radius": 3},
                {"kind": "square", "side": 2}, {"list": [1, 2, 3], -1: None}, {1: 2, 3: 4}, {"x": 1}, Point(0, 0), Point(5, 0),
                Point(Point(1, 2), 3), Point(4, 4), Point(1, 2), {1}, object, iter([1]), bytearray(b"x"), 3 + 0j):
    print(describe(subject))


def capture(subject):
    match subject:
        case [a, b] if a > b:
            pass
        case [c, *d]:
            pass
    return sorted((k, v) for k, v in locals().items() if k != "subject")


print(capture([1, 2]), capture([2, 1]), capture([]), capture([1]))


def attempt(subject, function):
    try:
        print(function(subject))
    except TypeError as error:
        print(error)


class TooMany:
    __match_args__ = ("a",)


class BadArgs:
    __match_args__ = ["a"]


class BadItem:
    __match_args__ = (1,)


class NoArgs:
    pass


def case_too_many(s):
    match s:
        case TooMany(a, b):
            return "matched"


def case_bad_args(s):
    match s:
        case BadArgs(a):
            return "matched"


def case_bad_item(s):
    match s:
        case BadItem(a):
            return "matched"


def case_no_args(s):
    match s:
        case NoArgs(a):
            return "matched"


def case_twice(s):
    match s:
        case Point(1, x=2):
            return "matched"


def case_int_two(s):
    match s:
        case int(a, b):
            return "matched"


def case_not_class(s):
    match s:
        case describe():
            return "matched"


attempt(TooMany(), case_too_many)
attempt(BadArgs(), case_bad_args)
attempt(BadItem(), case_bad_item)
attempt(NoArgs(), case_no_args)
attempt(Point(1, 2), case_twice)
attempt(5, case_int_two)
attempt(5, case_not_class)
attempt(5, case_too_many)

match = 1
case = [match]
match case:
    case [match]:
        print("soft keywords", match, case)
match (1, 2), 3:
    case (_, _), type:
        print(type)
match -5, "x":
    case -5, "x" | "y" as letter:
        print(letter)
_ = 3
match [1, [2, {"k": (3, Point(4, [5, 6]))}]]:
    case [int(a), [b, {"k": (c, Point(d, [e, *f]))}]]:
        print(a, b, c, d, e, f)
