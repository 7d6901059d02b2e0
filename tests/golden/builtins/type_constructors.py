"""Calling the built-in types with every shape of argument."""


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class It:
    def __iter__(self):
        return iter([("a", 1), ("b", 2)])

    def __len__(self):
        return 2

    def __str__(self):
        return "str(It)"


it = It()
for source in ("list()", "list([1])", "list('ab')", "list(it)", "list({1: 2})", "list(range(3))", "list((x for x in 'xy'))", "tuple()", "tuple([1])", "tuple(it)", "dict()", "dict(it)", "dict(it, c=3)", "dict(a=1)", "set() == set()", "sorted(set('aab'))", "frozenset()", "frozenset([1])", "str()", "str(it)",
               "str(b'x', 'ascii')", "bytes()", "bytes(2)", "bytearray(2)", "int()", "float()", "bool()", "complex()", "object() is None", "type(object())", "slice(3)", "range(2)", "memoryview(b'ab')[0]", "enumerate([1]).__next__()", "zip().__class__", "map(str, []).__class__", "list(map(bool, [0, 1]))", "type('N', (), {})", "type(1)",
               "list(5)", "tuple(None)", "dict(5)", "set(1)", "str(1, 2)", "int([])", "float('x')", "bool(1, 2)", "list([1], [2])", "list(a=1)", "tuple(a=1)", "set(a=1)", "int(a=1)", "float(a=1)", "bool(a=1)", "object(1)", "object(a=1)", "range()", "slice()", "str(a=1)", "str(object=1, encoding='x')", "bytes(1, 'x')", "frozenset(a=1)",
               "type()", "type(1, 2)", "type('a', 1, {})", "type('a', (1,), {})", "type(5, (), {})", "super()", "property(1).fget", "staticmethod()", "classmethod()", "staticmethod(5).__func__", "memoryview(5)", "reversed()", "enumerate()", "filter(1)", "map()", "function()", "type(lambda: 0)()", "type(None)(5)", "type(...)(5)",
               "type(print)()", "type((x for x in ()))()", "type(iter([]))()", "NotImplemented()", "Ellipsis()", "list.__new__(list)", "list.__new__(dict)", "int.__new__(bool, 5)", "object.__new__(list)", "dict.__new__(dict)", "str.__new__(str, 5)", "tuple.__new__(tuple, [1])", "float.__new__(float, '1.5')", "bool.__new__(bool, 5)", "list.__init__([1], [2])"):
    attempt(source)
x = [1, 2]
x.__init__("ab")
print(x)
x.__init__()
print(x)
d = {"a": 1}
d.__init__(b=2)
print(d)
for t in (int, str, list, dict, tuple, set, float, bytes, bool, object, type, complex, frozenset, bytearray, range, slice, property, super, staticmethod, classmethod, enumerate, zip, map, filter, reversed, memoryview):
    print(t.__name__, t.__module__, [b.__name__ for b in t.__bases__], repr(t), t.__qualname__, isinstance(t, type), end="; ")
print()


class ListSub(list):
    pass


class StrSub(str):
    pass


print(list(ListSub([1])), type(list(ListSub([1]))).__name__, type(ListSub([1]) + [2]).__name__, type(ListSub([1])[:]).__name__, type(str(StrSub("a"))).__name__, type(StrSub("a").upper()).__name__, type(StrSub("a") + "b").__name__, StrSub("a") == "a", type(ListSub().copy()).__name__, isinstance(ListSub(), list))
print(int("5") + float("1.5"), list(str(123)), tuple(map(int, "456")), set(list("aba")) == {"a", "b"}, dict(list(zip("ab", range(2)))), str([1, "a"]), bool("False"), int(True), float("1e3"), list(dict(a=1).items()), str(None), list(enumerate("a")), bytes("é", "utf8"), int(3.99), complex(1, 2), [int(c) for c in "0123"])
