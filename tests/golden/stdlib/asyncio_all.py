"""asyncio: tasks, sleeping, gathering, queues, timeouts, streams of one process."""
import asyncio

async def work(n, d):
    await asyncio.sleep(d)
    return n * n

async def producer(q):
    for i in range(3):
        await q.put(i)
    await q.put(None)

async def main():
    print(await asyncio.gather(work(1, 0.02), work(2, 0.01), work(3, 0)))
    t = asyncio.create_task(work(4, 0)); print(await t, t.done(), t.result())
    q = asyncio.Queue(); p = asyncio.create_task(producer(q)); got = []
    while (x := await q.get()) is not None:
        got.append(x)
    print(got)
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError:
        print("timeout")
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())
    async with asyncio.TaskGroup() as g:
        a, b = g.create_task(work(5, 0)), g.create_task(work(6, 0))
    print(a.result(), b.result())
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    e = asyncio.Event(); asyncio.get_running_loop().call_later(0.01, e.set); await e.wait(); print(e.is_set())
    done, pending = await asyncio.wait([asyncio.create_task(work(i, 0)) for i in range(3)]); print(sorted(t.result() for t in done), pending)
    async def gen():
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    print([i async for i in gen()])
    try:
        await asyncio.gather(work(1, 0), asyncio.sleep(0, "x"), boom())
    except ValueError as e:
        print("ValueError", e)

async def boom():
    raise ValueError("boom")

print(asyncio.run(main()))
