# `await` delegates to the awaitable's iterator.
async def f(xs):
    async with xs as g:
        async for x in g:
            await x
