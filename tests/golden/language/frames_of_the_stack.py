"""What frame objects say while their frames run, and when those are gone."""
import gc
import sys
import weakref


def names(frame):
    found = []
    while frame:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def here():
    return sys._getframe()


def outer(n):
    kept = "kept"
    return here() if n == 0 else outer(n - 1)


first = outer(2)
print(names(first))
print(first.f_back.f_locals, first.f_back.f_back.f_locals["n"], first.f_locals)


def lines():
    frame = sys._getframe()
    start = frame.f_code.co_firstlineno
    print(frame.f_lineno - start)
    print(frame.f_lineno - start,
          frame.f_lineno - start)
    a = 1
    print(sorted(frame.f_locals))
    b = 2
    print(sorted(frame.f_locals), frame.f_locals["b"])
    print(frame is sys._getframe(), frame.f_back.f_code.co_name)
    return frame


print(lines().f_locals["b"])


def caller_of(depth):
    return sys._getframe(depth)


def watched():
    frame = caller_of(1)
    start = frame.f_code.co_firstlineno
    first = frame.f_lineno - start
    for i in range(3):
        first = frame.f_lineno - start, frame.f_locals["i"]
        print(first)
    same = caller_of(1)
    return same is frame, caller_of(2).f_code.co_name


print(watched())


def depths():
    "The same function again, at the same depth."
    return here()


one = depths()
two = depths()
print(one is two, one.f_back is two.f_back, one.f_back.f_code is two.f_back.f_code, names(one) == names(two))


def generate():
    frame = sys._getframe()
    start = frame.f_code.co_firstlineno
    yield frame, start
    x = 1
    yield frame.f_lineno - start, sorted(frame.f_locals), names(frame)[:2]


def drive(generator):
    frame, start = next(generator)
    print(frame.f_lineno - start, frame.f_code.co_name)
    print(next(generator))
    print(frame.f_lineno - start, frame.f_locals["x"])


drive(generate())


def delegate():
    yield from inner()


def inner():
    yield names(sys._getframe())


print(next(delegate()))


class Body:
    here = sys._getframe()
    after = 3
    print(here.f_code.co_name, here.f_locals["after"], here.f_back.f_code.co_name)


print(sys._getframe().f_locals is globals(), sys._getframe().f_globals is globals())


def fails():
    frame = sys._getframe()
    try:
        missing
    except NameError as error:
        entry = error.__traceback__
        print(entry.tb_frame.f_code.co_name, entry.tb_lineno - frame.f_code.co_firstlineno, entry.tb_next)
    raise ValueError("out")


try:
    fails()
except ValueError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_frame.f_code.co_name, entry.tb_lineno - entry.tb_frame.f_code.co_firstlineno)


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        sys._getframe()
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


for n in Iterator():
    print(n)


class Thing:
    pass


def lets_go():
    references = []
    for i in range(10):
        thing = Thing()
        references.append(weakref.ref(thing))
        caller_of(1)
    gc.collect()
    return any(reference() is None for reference in references)


print(lets_go())


def keeps(n):
    frame = sys._getframe()
    for _ in range(n):
        gc.collect()
    return frame


print(keeps(2).f_locals["n"], names(keeps(1)))


def deep(n):
    if n == 0:
        return len(names(caller_of(1)))
    return deep(n - 1)


print(deep(300), deep(0), deep(5))


def imports():
    sys._getframe()
    import string
    return string.digits


print(imports())


def closure():
    shared = 1

    def inner():
        return shared, sys._getframe(), sys._getframe(1)

    shared = 2
    return inner()


value, inside, outside = closure()
print(value, inside.f_locals, outside.f_locals["shared"])
print(sys._getframe(0).f_back)
