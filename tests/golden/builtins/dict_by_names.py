"""Calls of dict and other built-in classes with names."""
print(dict(a=1), dict(a=1, b=2), dict({"b": 2}, a=1), dict([("c", 3)], c=4), dict(**{"x y": 1}))
for call in (
    lambda: dict(1, a=2), lambda: dict({}, {}, a=1), lambda: list(a=1), lambda: set(a=1), lambda: tuple(a=1), lambda: list([1], a=2),
    lambda: set([1], b=1), lambda: frozenset(a=1), lambda: bytearray(a=1), lambda: dict([1], a=2), lambda: list(sequence=[1]),
):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class D(dict):
    def __init__(self, *args, **names):
        super().__init__(*args, **names)
        self.names = sorted(names)


class E(dict):
    pass


class F(dict):
    def __new__(cls, *args, **names):
        made = super().__new__(cls)
        made["new"] = len(args), sorted(names)
        return made


print(D(b=1, a=2), D(b=1, a=2).names, E(a=1), E({"k": 0}, a=1), type(E(a=1)).__name__, F(a=1), F({"x": 1}, a=2))
print("abc".encode("utf-8", "no such handler"), b"abc".decode("utf-8", "no such handler"), "é".encode("utf-8", "surrogatepass"))
print("\udc80".encode("utf-8", "surrogatepass"), "\udc80".encode("utf8", "surrogateescape"))
for call in (
    lambda: "é\udc80".encode("utf-8", "no such handler"), lambda: b"\xff".decode("utf-8", "no such handler"),
    lambda: "abc".encode("utf-8", "a\0b"), lambda: "abc".encode("utf-8", 3), lambda: b"abc".decode("utf-8", 3),
    lambda: "abc".encode("utf-8", None), lambda: b"abc".decode("ascii", "no such handler"),
):
    try:
        print(call())
    except (TypeError, ValueError, LookupError) as error:
        print(type(error).__name__, error)
