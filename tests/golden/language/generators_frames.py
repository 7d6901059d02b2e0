"""Frames, code and state of generators, coroutines and async generators that are not started, suspended, done."""


def plain(limit):
    for step in range(limit):
        got = yield step
    return got


async def inner():
    return 5


async def waits(value):
    local = await inner()
    return local + value


async def asynchronous(first):
    second = first + 1
    yield second
    yield await inner()


def look(made, prefix):
    frame = getattr(made, prefix + "_frame")
    print(prefix, *sorted(name for name in dir(made) if name.startswith(prefix + "_")))
    print(getattr(made, prefix + "_suspended"), getattr(made, prefix + "_running"), getattr(made, prefix + "_code").co_name,
          frame and (frame.f_lineno, frame.f_locals, frame.f_code is getattr(made, prefix + "_code")))


made = plain(2)
look(made, "gi")
next(made)
look(made, "gi")
print(made.send("sent"))
look(made, "gi")
print(list(made))
look(made, "gi")

made = waits(3)
look(made, "cr")
try:
    made.send(None)
except StopIteration as stop:
    print(stop.value)
look(made, "cr")

made = asynchronous(1)
look(made, "ag")
for _ in range(3):
    try:
        made.asend(None).send(None)
    except (StopIteration, StopAsyncIteration) as stop:
        print(type(stop).__name__, stop.args)
    look(made, "ag")
