"""Async generators driven by hand: asend, athrow, aclose."""


class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def step(awaitable, answer=None):
    """One awaitable of an async generator, to its end: what it suspended with, and its result."""
    seen = []
    iterator = awaitable.__await__()
    try:
        value = iterator.send(None)
        while True:
            seen.append(value)
            value = iterator.send(answer)
    except StopIteration as stop:
        return seen, stop.value
    except StopAsyncIteration:
        return seen, "StopAsyncIteration"


async def numbers(n):
    for i in range(n):
        got = await Suspend(f"before {i}")
        sent = yield i, got
        if sent:
            print("sent", sent)


agen = numbers(2)
print(type(agen).__name__, agen.__name__, agen.__aiter__() is agen)
print(step(agen.__anext__(), "x"))
print(step(agen.asend("hello"), "y"))
print(step(agen.asend(None)))
print(step(agen.__anext__()))


async def guarded():
    try:
        while True:
            try:
                yield "item"
            except ValueError as error:
                yield f"caught {error}"
    finally:
        await Suspend("cleanup suspends")
        print("cleanup done")


agen = guarded()
print(step(agen.__anext__()))
print(step(agen.athrow(ValueError("v"))))
print(step(agen.__anext__()))
print(step(agen.aclose()))
print(step(agen.aclose()))
print(step(agen.__anext__()))

agen = guarded()
print(step(agen.__anext__()))
try:
    step(agen.athrow(KeyError("k")))
except KeyError as error:
    print("KeyError", error)

agen = numbers(1)
try:
    step(agen.asend(5))
except TypeError as error:
    print(error)
try:
    step(numbers(1).athrow(OSError("early")))
except OSError as error:
    print(error)


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


agen = stubborn()
step(agen.__anext__())
try:
    step(agen.aclose())
except RuntimeError as error:
    print(error)


async def leaks(kind):
    yield 1
    raise kind("inside")


for kind in (StopIteration, StopAsyncIteration):
    agen = leaks(kind)
    step(agen.__anext__())
    try:
        step(agen.__anext__())
    except RuntimeError as error:
        print(error)

used = numbers(1).__anext__()
step(used)
try:
    step(used)
except RuntimeError as error:
    print(error)


async def consume():
    out = []
    async for value, _ in numbers(3):
        out.append(value)
    else:
        out.append("else")
    return out


class Coroutine:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self.coroutine.__await__()


print(step(consume()))


async def comprehension():
    a = [v async for v, _ in numbers(3) if v != 1]
    b = {v: w async for v, w in numbers(2)}
    c = {v async for v, _ in numbers(1)}
    d = [await Suspend(x) async for x, _ in numbers(1)]
    e = [[w async for w, _ in numbers(v)] async for v, _ in numbers(3)]
    return a, b, c, d, e


print(step(comprehension(), 7)[1])


async def generator_expression():
    gen = (v * 10 async for v, _ in numbers(3))
    out = []
    async for x in gen:
        out.append(x)
    return type(gen).__name__, out, type((await Suspend(1) for _ in range(1))).__name__


print(step(generator_expression())[1])
for wrong in (lambda: iter(numbers(1)), lambda: next(numbers(1)), lambda: list(numbers(1))):
    try:
        wrong()
    except TypeError as error:
        print(error)
