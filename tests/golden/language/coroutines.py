"""Coroutines driven by hand: await, send, throw, close, and awaitables of all kinds."""


class Suspend:
    """Gives its value to whoever drives the coroutine, and returns what is sent back."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def leaf(n):
    got = await Suspend(f"leaf {n}")
    return got, n


async def middle():
    first = await leaf(1)
    second = await leaf(2)
    return [first, second]


coroutine = middle()
print(coroutine.send(None), coroutine.send("a"))
try:
    coroutine.send("b")
except StopIteration as stop:
    print(stop.value)


def run(coroutine, *answers):
    """Drives to the end; returns what was yielded and the result."""
    seen = []
    answers = iter(answers)
    try:
        value = coroutine.send(None)
        while True:
            seen.append(value)
            value = coroutine.send(next(answers, None))
    except StopIteration as stop:
        return seen, stop.value


print(run(middle(), "x", "y"))


async def catches():
    try:
        await Suspend("waiting")
    except ValueError as error:
        await Suspend(f"handled {error}")
        return "recovered"
    finally:
        print("cleanup")


coroutine = catches()
print(coroutine.send(None), coroutine.throw(ValueError("thrown")))
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
coroutine = catches()
coroutine.send(None)
coroutine.close()
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)

coroutine = middle()
try:
    coroutine.send(5)
except TypeError as error:
    print(error)
coroutine.close()


async def awaits(thing):
    return await thing


def attempt(thing):
    coroutine = awaits(thing)
    try:
        print(run(coroutine))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class NoIterator:
    def __await__(self):
        return 5


class ListIterator:
    def __await__(self):
        return iter([1, 2, 3])


class CoroutineAwait:
    def __await__(self):
        return leaf(9)


def generator():
    yield 1


attempt(5)
attempt(None)
attempt(NoIterator())
attempt(ListIterator())
attempt(generator())
c = CoroutineAwait()
inner = leaf(9)
c.__class__.__await__ = lambda self: inner
attempt(c)
inner.close()

done = leaf(3)
print(run(done, "once"))
attempt(done)
try:
    for _ in leaf(1):
        pass
except TypeError as error:
    print(error)
unused = leaf(4)
print(type(unused).__name__, unused.__name__, unused.cr_running, unused.cr_await, unused.cr_frame is not None)
unused.close()


async def leaks():
    raise StopIteration("x")


try:
    leaks().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def many():
    results = [await leaf(i) for i in range(2)]
    d = {await Suspend("key"): await Suspend("value")}
    s = f"{await Suspend('in f-string')}"
    c = await Suspend(1) + await Suspend(2)
    return results, d, s, c, (await Suspend("p")) if await Suspend("test") else None


print(run(many(), "r0", "r1", "k", "v", "f", 10, 20, True, "end"))


async def recursion(n):
    return n if n == 0 else 1 + await recursion(n - 1)


print(run(recursion(100)))


async def lambdas():
    return await (lambda: leaf(5))()


print(run(lambdas(), "l"))


class Object:
    async def method(self, x):
        return (self.tag, await Suspend(x))

    tag = "tag"

    @classmethod
    async def klass(cls):
        return cls.__name__

    @staticmethod
    async def static(x):
        return x


print(run(Object().method(1), "m"), run(Object.klass()), run(Object.static(3)))


class Scheduler:
    def __init__(self):
        self.ready, self.log = [], []

    def spawn(self, name, coroutine):
        self.ready.append((name, coroutine, None))

    def run(self):
        while self.ready:
            name, coroutine, value = self.ready.pop(0)
            try:
                request = coroutine.send(value)
            except StopIteration as stop:
                self.log.append(f"{name} done {stop.value}")
            else:
                self.log.append(f"{name} {request}")
                self.ready.append((name, coroutine, request))


async def worker(count):
    total = 0
    for i in range(count):
        total += await Suspend(i)
    return total


scheduler = Scheduler()
for name, count in (("a", 2), ("b", 4), ("c", 0)):
    scheduler.spawn(name, worker(count))
scheduler.run()
print(scheduler.log)
