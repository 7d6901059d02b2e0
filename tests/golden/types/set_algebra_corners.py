"""Every operation of sets with odd operands, and changes under iteration."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class Small(set):
    def __repr__(self):
        return f"Small{sorted(self)}"


class Frozen(frozenset):
    pass


a = {1, 2, 3}
for other in ([3, 4], (3, 4), "", {3: 4}, range(3, 5), frozenset([3, 4]), iter([3, 4]), Small([3, 4]), 5, None, [[]], [3, []]):
    for name in ("union", "intersection", "difference", "symmetric_difference", "isdisjoint", "issubset", "issuperset"):
        t(lambda: (name, getattr(a, name)(other)))
    for name in ("__or__", "__and__", "__sub__", "__xor__", "__le__", "__lt__", "__eq__", "__ror__", "__rsub__"):
        t(lambda: (name, getattr(a, name)(other)))
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    for arguments in ((), ([1], [2]), (5,), ([[]],)):
        b = set(a)
        t(lambda: getattr(b, name)(*arguments))
        print(name, b)
b = set(a)
b.difference_update(b)
print(b)
b = set(a)
b.symmetric_difference_update(b)
print(b)
b = set(a)
b -= b
b |= {1}
b ^= b
print(b)
for expression in ("a | [1]", "a & (1,)", "a - 'x'", "a ^ None", "a < [1]", "a <= 5", "a == [1, 2, 3]", "frozenset(a) == a", "hash(a)"):
    try:
        print(expression, eval(expression))
    except TypeError as error:
        print(expression, error)
print(type(Small([1]) | {2}), type({2} | Small([1])), type(Frozen([1]) & {1}), type(frozenset([1]) - Frozen()), type(Small([1]).copy()))
print(type(Frozen([1]).copy()), type(Frozen([1]).union([2])), type(Small([1]).difference([2])), frozenset([1]).copy() is not None)
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, frozenset() is frozenset(), f.union() is f, Frozen(f) is f)
t(set, 1)
t(set, [1], [2])
t(set, x=1)
t(frozenset, 1, 2)
t(a.add)
t(a.add, [])
t(a.remove, 77)
t(a.remove, [7])
t(a.remove, (7, 8))
t(set().pop)
t(a.discard, 77)
# A set looks for a set as if it were frozen.
nested = {frozenset([1])}
print({1} in nested, nested - {frozenset({1})})
nested.discard({1})
print(nested)
t(nested.remove, {5})
s = {1, 2, 3}
t(lambda: [s.add(i + 10) for i in s])
s = {1, 2, 3}
t(lambda: [s.discard(i) for i in s])
s = {1}
t(lambda: [s.update(s) for i in s])
print(repr(set()), repr(frozenset()), repr(Small()), repr(Frozen([1])), {...})
r = set()
print(set.__init__(r, [1, 2]), r, r.__init__([5]), r, r.__init__(), r)
print(s.__reduce__(), Small([2]).__reduce__()[1:], f.__reduce__(), s.__sizeof__() > 0)
