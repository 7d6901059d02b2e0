"""Generators keep locals, blocks and the exceptions being handled to themselves."""

import sys


def handled():
    error = sys.exception()
    return type(error).__name__


def inside():
    yield handled()
    try:
        raise KeyError
    except KeyError:
        yield handled()
        yield handled()
    yield handled()


gen = inside()
print(next(gen), next(gen))
print("outside", handled())
try:
    raise ValueError
except ValueError:
    print(handled(), next(gen), handled(), next(gen), handled())


def exception_context():
    try:
        yield
    except ValueError as error:
        raise TypeError("from generator")


gen = exception_context()
next(gen)
try:
    gen.throw(ValueError("thrown in"))
except TypeError as error:
    print(repr(error), repr(error.__context__))


def reraise():
    try:
        raise KeyError("kept across a yield")
    except KeyError:
        yield 1
        raise


gen = reraise()
next(gen)
try:
    raise IndexError
except IndexError:
    try:
        next(gen)
    except KeyError as error:
        print(repr(error))


def loops():
    for i in range(2):
        for j in range(2):
            with Manager(f"{i}{j}"):
                yield i, j


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)


print(list(loops()))
gen = loops()
next(gen)
next(gen)
gen.close()


def interleave(*iterables):
    iterators = [iter(i) for i in iterables]
    while iterators:
        for iterator in list(iterators):
            try:
                yield next(iterator)
            except StopIteration:
                iterators.remove(iterator)


print("".join(interleave("abc", "12345", "x")))


def many_locals(a, b=2, *c, d, **e):
    f = a + b
    g = yield f
    h = g, c, d, e
    yield h
    del f
    try:
        yield f
    except NameError as error:
        yield str(error)


gen = many_locals(1, d=4, z=5)
print(next(gen), gen.send("sent"), next(gen))

first = (i for i in range(5))
print(next(first), [(x, next(first, None)) for x in first])


def finally_yields():
    try:
        yield "try"
    finally:
        yield "finally"


print(list(finally_yields()))


def returning_finally():
    for i in range(3):
        try:
            yield i
        finally:
            if i == 1:
                break
    yield "out"


print(list(returning_finally()))


def big():
    x = 0
    while True:
        x += 1
        yield x


gens = [big() for _ in range(500)]
for _ in range(3):
    total = sum(next(g) for g in gens)
print(total)
