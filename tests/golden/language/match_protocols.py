"""What `match` asks of its subject: lengths, items, keys, and attributes, each only as needed."""

log = []


class Sequence(list):
    def __len__(self):
        log.append("len")
        return super().__len__()

    def __getitem__(self, i):
        log.append(f"item {i}")
        return super().__getitem__(i)

    def __iter__(self):
        log.append("iter")
        return super().__iter__()


class Mapping(dict):
    def get(self, key, default=None):
        log.append(f"get {key}")
        return super().get(key, default)

    def keys(self):
        log.append("keys")
        return super().keys()


class Attributes:
    def __getattr__(self, name):
        if name in ("a", "b"):
            log.append(f"attribute {name}")
            return name.upper()
        raise AttributeError(name)


def test(subject):
    log.clear()
    match subject:
        case {"k": 1, "l": 2}:
            result = "mapping"
        case {"m": x, **rest}:
            result = ("mapping with rest", x, rest)
        case Attributes(a="A", b="C"):
            result = "never"
        case Attributes(a=a, missing=_):
            result = "never"
        case Attributes(b=b):
            result = ("attributes", b)
        case str() | bytes():
            result = "strings are no sequences"
        case [_, _, *rest]:
            result = ("rest", rest)
        case _:
            result = "default"
    print(result, [entry for entry in log if entry not in ("len", "iter")])


test(Mapping(k=1, l=2))
test(Mapping(k=1, m=3))
test(Attributes())
test("text")
test(b"text")
test(Sequence([1]))
test(Sequence([1, 2, 3]))
test({"m": 5, "n": 6})


class Equal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        log.append(f"eq {other!r}")
        return self.value == other


def literals(subject):
    log.clear()
    match subject:
        case 1 | 2:
            result = "one or two"
        case None | True:
            result = "singletons are compared by identity"
        case "x" | "y":
            result = "letter"
        case _:
            result = "other"
    print(result, log)


literals(Equal(2))
literals(Equal("y"))
literals(Equal(None))
literals(Equal(True))


class Meta(type):
    def __instancecheck__(cls, instance):
        log.append("instancecheck")
        return instance == "yes"


class Fake(metaclass=Meta):
    pass


def fake(subject):
    log.clear()
    match subject:
        case Fake():
            return "fake", log
        case _:
            return "not", log


print(fake("yes"), fake("no"))


def duplicate_keys(key):
    class K:
        a = "x"
        b = key
    match {"x": 1, "y": 2}:
        case {K.a: p, K.b: q}:
            return p, q


print(duplicate_keys("y"))
try:
    duplicate_keys("x")
except ValueError as error:
    print(error)


def shapes(value):
    match value:
        case {"type": "op", "args": [left, right]}:
            return f"({shapes(left)} op {shapes(right)})"
        case {"type": "neg", "arg": arg}:
            return f"-{shapes(arg)}"
        case int() | float():
            return str(value)
        case [*items]:
            return "[" + ", ".join(shapes(i) for i in items) + "]"


print(shapes({"type": "op", "args": [1, {"type": "neg", "arg": [2.5, {"type": "op", "args": (3, 4)}]}]}))


def guards(n):
    match n:
        case x if (log.append(f"guard {x}") or x) > 5:
            return "big"
        case x if x < 0:
            return "negative"
        case 3:
            return "three"
    return f"fell through with {x}"


log.clear()
print(guards(10), guards(-1), guards(3), guards(4), log)


def star_binding(items):
    match items:
        case [*head, "end"]:
            return head
        case ["start", *_]:
            return "starts"
        case [a, *middle, b]:
            return a, middle, b
        case (*_,):
            return "short"


print(star_binding([1, 2, "end"]), star_binding(["start", 1]), star_binding((1, 2, 3, 4)), star_binding([1]), star_binding([]))
