"""What tasks make of what their coroutines do: yields of every kind, cancellation, eager starts, contexts, wakers of other classes."""
import asyncio
import contextvars
import types

log = []


class Duck:
    """A future of its own making."""
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self.loop, self.callbacks = loop, []

    def get_loop(self):
        return self.loop

    def add_done_callback(self, function, *, context=None):
        self.callbacks.append((function, context))

    def cancel(self, msg=None):
        print("duck cancelled", msg)
        self.finish()
        return True

    def finish(self):
        for function, context in self.callbacks:
            self.loop.call_soon(function, self, context=context)

    def result(self):
        return "quack"

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


class Later(asyncio.Future):
    def add_done_callback(self, *args, **kwargs):
        print("Later.add_done_callback")
        super().add_done_callback(*args, **kwargs)


@types.coroutine
def bare(value):
    got = yield value
    return got


async def tried(awaitable, name):
    try:
        result = await awaitable
        print(name, "got", result)
        return result
    except BaseException as error:
        print(name, type(error).__name__, str(error).replace(__file__, "FILE").split(" at 0x")[0][:60])
        raise


async def show(name, awaitable, **kwargs):
    task = asyncio.create_task(tried(awaitable, name), **kwargs)
    try:
        print(name, "->", await task)
    except BaseException as error:
        print(name, "->", type(error).__name__, task.done(), task.cancelled())
    return task


async def yields():
    loop = asyncio.get_running_loop()
    await show("none", bare(None))
    await show("number", bare(5))
    await show("generator", bare((i for i in range(2))))
    future = loop.create_future()
    await show("plain future", bare(future))
    other = asyncio.new_event_loop()
    await show("other loop", other.create_future())
    other.close()
    duck = Duck(loop)
    loop.call_soon(duck.finish)
    loop.call_later(0.01, duck.finish)
    await show("duck", duck)
    later = Later()
    loop.call_soon(later.set_result, "later")
    await show("later", later)

    async def itself():
        await asyncio.current_task()
    await show("itself", itself())


async def cancels():
    loop = asyncio.get_running_loop()

    async def stubborn():
        for i in range(3):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as error:
                print("refused", i, error.args)
        return "at last"
    task = asyncio.create_task(stubborn(), name="stubborn")
    for i in range(3):
        await asyncio.sleep(0)
        print(task.cancel(f"number {i}"), task.cancelling())
    print(task.uncancel(), await task, task.cancelling(), task.cancel())

    task = asyncio.create_task(tried(asyncio.sleep(1), "unstarted"))
    task.cancel("early")
    try:
        await task
    except asyncio.CancelledError as error:
        print("unstarted", error.args, task.cancelled())
    future = loop.create_future()
    task = asyncio.create_task(tried(future, "waiting"))
    await asyncio.sleep(0)
    print(task._fut_waiter is future, future._asyncio_awaited_by == {task})
    task.cancel("waiting")
    try:
        await task
    except asyncio.CancelledError as error:
        print("waiting", error.args, future.cancelled(), future._asyncio_awaited_by)
    duck = Duck(loop)
    task = asyncio.create_task(tried(duck, "duck"))
    await asyncio.sleep(0)
    print(task.cancel("swim"))
    print(await task)

    async def cancel_me():
        asyncio.current_task().cancel("by itself")
        return 1
    task = asyncio.create_task(cancel_me())
    try:
        await task
    except asyncio.CancelledError as error:
        print("by itself", task.cancelled(), error.args)


variable = contextvars.ContextVar("variable", default="outer")


async def eager():
    loop = asyncio.get_running_loop()

    async def quick(n):
        log.append((n, asyncio.current_task().get_name(), variable.get()))
        variable.set(n)
        return n

    async def slow(n):
        log.append((n, "before"))
        await asyncio.sleep(0)
        log.append((n, "after", variable.get()))
        return n

    async def fails():
        raise KeyError("eager")
    task = asyncio.Task(quick(1), eager_start=True, name="quick")
    print(task.done(), task.result(), task.get_coro(), variable.get())
    task = asyncio.Task(slow(2), eager_start=True)
    print(task.done(), task in asyncio.all_tasks(), await task)
    task = asyncio.Task(fails(), eager_start=True)
    print(task.done(), repr(task.exception()))
    loop.set_task_factory(asyncio.eager_task_factory)
    print(await asyncio.gather(quick(3), slow(4), quick(5)), log)
    context = contextvars.copy_context()
    context.run(variable.set, "given")
    task = asyncio.create_task(quick(6), context=context)
    print(log[-1], context[variable], task.get_context() is context)
    loop.set_task_factory(None)


async def ends():
    async def returns(value):
        return value

    async def raises(error):
        raise error
    for made in (returns(1), raises(ValueError("v")), raises(asyncio.CancelledError("c")), raises(GeneratorExit())):
        task = asyncio.create_task(made)
        done, _ = await asyncio.wait([task])
        print(task.done(), task.cancelled(), None if task.cancelled() else repr(task.exception()))
    task = asyncio.create_task(raises(ValueError("kept")))
    for _ in range(3):
        try:
            await task
        except ValueError as error:
            depth, entry = 0, error.__traceback__
            while entry:
                depth, entry = depth + 1, entry.tb_next
            print("depth", depth)
    order = []
    future = asyncio.get_running_loop().create_future()
    for name in "abcd":
        future.add_done_callback(lambda f, name=name: order.append((name, f.result())))
    dropped = lambda f: order.append("dropped")
    future.add_done_callback(dropped)
    future.add_done_callback(dropped)
    print(future.remove_done_callback(dropped), len(future._callbacks))
    future.set_result(7)
    future.add_done_callback(lambda f: order.append("after"))
    await asyncio.sleep(0)
    print(order, future._callbacks)


asyncio.run(yields())
asyncio.run(cancels())
asyncio.run(eager())
asyncio.run(ends())
try:
    asyncio.run(tried(bare(None), "main"))
    asyncio.current_task()
except RuntimeError as error:
    print(error)


async def leaves(error):
    raise error

for error in (KeyboardInterrupt("k"), SystemExit(3)):
    try:
        asyncio.run(leaves(error))
    except BaseException as caught:
        print(type(caught).__name__, caught.args)
