"""`yield from`: what passes through the delegating generator."""


def inner(name):
    try:
        got = yield f"{name} start"
        while got != "stop":
            got = yield f"{name} got {got!r}"
    except ValueError as error:
        print(name, "caught", error)
        yield "after the exception"
    finally:
        print(name, "finally")
    return f"{name}'s result"


def outer():
    first = yield from inner("a")
    print("first", first)
    second = yield from inner("b")
    return first, second


gen = outer()
print(next(gen))
print(gen.send(1))
print(gen.send("stop"))
print(gen.throw(ValueError("thrown")))
try:
    next(gen)
except StopIteration as stop:
    print(stop.value)

gen = outer()
next(gen)
gen.close()


def over(items):
    result = yield from items
    print("result", result)


print(list(over([1, 2])), list(over("ab")), list(over(range(2))), list(over({"k": 1})))
gen = over([1, 2])
next(gen)
try:
    gen.send("a list iterator has no send")
except AttributeError as error:
    print(error)
gen = over([1, 2])
next(gen)
try:
    gen.throw(KeyError("k"))
except KeyError as error:
    print("KeyError", error)
try:
    list(over(5))
except TypeError as error:
    print(error)


class Custom:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("custom value")
        return self.n

    def send(self, value):
        return f"sent {value}"

    def throw(self, error):
        return f"thrown {error!r}"

    def close(self):
        print("closed")


gen = over(Custom())
print(next(gen), gen.send(5), gen.throw(ValueError("v")), next(gen))
print(next(gen, "finished"))
gen = over(Custom())
next(gen)
gen.close()


def depth(n):
    if n == 0:
        yield "bottom"
        return 0
    return 1 + (yield from depth(n - 1))


def run(gen):
    out = []
    try:
        while True:
            out.append(next(gen))
    except StopIteration as stop:
        return out, stop.value


print(run(depth(100)))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


def chain(*parts):
    for part in parts:
        yield from part


print(list(chain("ab", (x for x in range(2)), chain([9]))))


def catching():
    try:
        yield from failing()
    except ZeroDivisionError as error:
        yield str(error)


def failing():
    yield 1
    1 / 0


print(list(catching()))
gen = outer()
next(gen)
print(gen.gi_yieldfrom.__name__)
gen.close()


def yields_after_exit():
    try:
        yield 1
    finally:
        yield 2


def delegates():
    yield from yields_after_exit()


gen = delegates()
next(gen)
try:
    gen.close()
except RuntimeError as error:
    print(error)
