import asyncio
async def work(n, log):
    log.append(f"start {n}"); await asyncio.sleep(0); log.append(f"end {n}"); return n * 2
async def main():
    log = []
    print(await asyncio.gather(work(1, log), work(2, log)), log)
    task = asyncio.create_task(work(3, log), name="t"); print(task.get_name(), await task, task.done(), task.result())
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError: print("timeout")
    task = asyncio.create_task(asyncio.sleep(9)); await asyncio.sleep(0); task.cancel()
    try: await task
    except asyncio.CancelledError: print("cancelled", task.cancelled())
    q = asyncio.Queue()
    async def producer():
        for i in range(3): await q.put(i)
        await q.put(None)
    async with asyncio.TaskGroup() as group:
        group.create_task(producer()); got = []
        while (item := await q.get()) is not None: got.append(item)
    print(got)
    try:
        async with asyncio.TaskGroup() as group: group.create_task(fail())
    except* ValueError as error: print("group", error.exceptions)
    lock, event = asyncio.Lock(), asyncio.Event()
    async with lock: print(lock.locked())
    asyncio.get_running_loop().call_soon(event.set); await event.wait()
    print([x async for x in agen()], await asyncio.wait_for(work(4, log), 1), (await asyncio.gather(fail(), return_exceptions=True)))
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(asyncio.sleep(9))], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending)); [p.cancel() for p in pending]
async def fail(): raise ValueError("f")
async def agen():
    for i in range(3):
        await asyncio.sleep(0); yield i
asyncio.run(main())
