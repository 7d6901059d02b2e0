"""`async for` and `async with` over hand-written protocols, with the errors for what lacks them."""


def run(coroutine):
    try:
        value = coroutine.send(None)
        while True:
            print("suspended", value)
            value = coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await Pause(f"countdown {self.n}")
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    async def __aenter__(self):
        await Pause(f"entering {self.name}")
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await Pause(f"leaving {self.name} {kind and kind.__name__}")
        return self.suppress


async def loops():
    out = []
    async for i in Countdown(3):
        if i == 1:
            continue
        out.append(i)
    else:
        out.append("else")
    async for i in Countdown(3):
        break
    else:
        out.append("never")
    return out


print(run(loops()))


async def managers():
    async with Manager("a") as a, Manager("b", suppress=True) as b:
        print("body", a, b)
        raise ValueError("swallowed")
    print("after")
    try:
        async with Manager("c"):
            raise KeyError("through")
    except KeyError as error:
        print("caught", error)
    for i in range(2):
        async with Manager(f"loop {i}"):
            if i == 0:
                continue
            return "returned"


print(run(managers()))


async def with_for(thing):
    async for _ in thing:
        pass


async def with_with(thing):
    async with thing:
        pass


class AiterOnly:
    def __aiter__(self):
        return 5


class AnextNotAwaitable:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class SyncManager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class NoAexit:
    async def __aenter__(self):
        pass


class NotAwaitableEnter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


class NotAwaitableExit:
    async def __aenter__(self):
        return 5

    def __aexit__(self, *args):
        return 5


for function, thing in ((with_for, [1]), (with_for, AiterOnly()), (with_for, AnextNotAwaitable()), (with_with, SyncManager()),
                        (with_with, NoAexit()), (with_with, 5), (with_with, NotAwaitableEnter()), (with_with, NotAwaitableExit())):
    try:
        run(function(thing))
    except TypeError as error:
        print(error)


async def sync_in_async():
    with SyncManager() as m:
        total = 0
        for i in range(3):
            total += await add(total, i)
        return total, [await add(x, 1) for x in range(3)], type(m).__name__


async def add(a, b):
    return a + b


print(run(sync_in_async()))
print(anext.__name__, aiter(Countdown(1)).n)


async def builtin_anext():
    c = Countdown(1)
    return await anext(c), await anext(c, "default")


print(run(builtin_anext()))
try:
    aiter([])
except TypeError as error:
    print(error)


async def exception_in_aenter():
    class Bad(Manager):
        async def __aenter__(self):
            raise OSError("enter failed")
    try:
        async with Bad("bad"):
            print("never")
    except OSError as error:
        return str(error)


print(run(exception_in_aenter()))


async def nested_functions():
    async def inner(x):
        return [y async for y in Countdown(x)]
    return [await inner(i) for i in range(3)]


print(run(nested_functions()))
