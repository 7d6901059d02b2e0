"""Generators that built-in functions consume: what they see, where they stop, and how they go on."""

import sys


def numbers(*values):
    for value in values:
        got = yield value
        assert got is None
    print("end of", values)
    return "result"


print(sum(numbers(1, 2, 3)), sum(numbers(1, 2.5, 3)), sum(numbers(1, True, 2**70, -1)))
print(sum(numbers(2**62, 2**62, 1)), sum(numbers(1.5, 2**60, 3), 10))
print(sum(numbers([1], [2], [3]), []))
for bad in ["text", None]:
    g = numbers(1, 2, bad, 4)
    try:
        sum(g)
    except TypeError as error:
        print(error, next(g, "over"))

# What is left of a generator when its consumer has enough.
g = numbers(0, 0, 5, 0, 6)
print(any(g), next(g), any(g), list(g))
g = numbers(1, 1, 0, 1)
print(all(g), list(g), all(g))
g = numbers(1, 2, 3, 4)
print(2 in g, list(g))
print(max(numbers(3, 1, 2)), min(numbers("b", "a"), key=lambda s: s), sorted(numbers(3, 1, 2)))
print(list(numbers(*range(40)))[-3:], tuple(numbers()), ",".join(numbers("a", "b")), bytes(numbers(1, 2)))
print(set(numbers(1, 1.0, True, 2)), frozenset(numbers("x")), dict(numbers((1, 2), [3, 4], "ab", (1, 5))))
try:
    dict(numbers((1, 2), (3, 4, 5)))
except ValueError as error:
    print(error)
a, *b = numbers(1, 2, 3)
print(a, b, [*numbers(1, 2)], {*numbers(3)}, print(*numbers("p", "q")))


class Key:
    """Hashing, comparing and truth run Python, which advances the generator that is being consumed."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n, next(active, "none"))
        return 1

    def __eq__(self, other):
        print("eq", self.n)
        return self is other

    def __bool__(self):
        print("bool", self.n, next(active, "none"))
        return False

    def __radd__(self, other):
        return other + next(active, 0)

    def __repr__(self):
        return f"Key({self.n})"


active = numbers(1, Key(1), 2, Key(2), 3, 4)
print(sorted(map(str, set(active))))
active = numbers(0, Key(1), 0, Key(2), 0, 7)
print(any(active), list(active))
active = numbers(1, Key(1), 20, 300)
print(sum(active))


# A generator that raises, catches, and yields while it handles.
def handling():
    try:
        yield 1
        raise KeyError("inner")
    except KeyError:
        yield 2
        print("handling", sys.exception())
        yield 3
    print("handled", sys.exception())
    yield 4


try:
    raise ValueError("outer")
except ValueError:
    print(sum(handling()), list(handling()), sys.exception())


def failing():
    yield 1
    yield 2
    raise LookupError("in the middle")


items = []
for consume in [sum, list, set, any, all, items.extend, tuple, max, sorted]:
    try:
        print(consume(x for x in failing()))
    except LookupError as error:
        names = []
        traceback = error.__traceback__
        while traceback:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(consume.__name__, names)
print(items)


# Generators in generators, delegation, recursion.
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield sum(x for x in tree(depth - 1))
        yield from (y for y in numbers(depth))
    return depth


print(sum(tree(4)), list(tree(3)))


def itself():
    yield 1
    yield sum(me)


me = itself()
try:
    sum(me)
except ValueError as error:
    print(error)
print(list(me))


def closing():
    try:
        yield 0
        yield 1
        yield 2
    finally:
        print("closed")


g = closing()
print(any(g))
g.close()


# A list that grows while it is read by what fills it.
def echo(source):
    for item in source:
        if len(source) < 8:
            yield item * 2


source = [1, 2]
source.extend(echo(source))
print(source)
growing = {1}
try:
    growing.update(x + 1 for x in growing)
except RuntimeError as error:
    print(error)
print(sum(1 for _ in range(100000)), len(list(x for x in range(100000))))
