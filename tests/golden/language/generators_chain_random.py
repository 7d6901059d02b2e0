"""Chains of delegating generators and coroutines, resumed at the end and in between, in random order (a fixed one)."""
import sys
import types

state = 12345


def random(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n


class Stop(Exception):
    pass


def link(level, inner, log):
    """Yields of its own, then what the inner ones yield, then more of its own."""
    total = 0
    for turn in range(2):
        try:
            got = yield (level, "own", turn, sys.exception() and str(sys.exception()))
            total += got or 0
        except Stop as error:
            log.append((level, "caught", str(error), str(error.__context__)))
    try:
        if inner is not None:
            total += (yield from inner) or 0
    except Stop as error:
        log.append((level, "from inner", str(error)))
        got = yield (level, "handling", str(sys.exception()))
        total += got or 0
    except KeyError:
        log.append((level, "replaced"))
        try:
            raise Stop("inside")
        except Stop:
            total += (yield from leaf(level)) or 0
    finally:
        log.append((level, "finally"))
    yield (level, "last", total)
    return total


def leaf(level):
    got = 0
    for i in range(3):
        got = (yield (level, "leaf", i, str(sys.exception()))) or got
    return got


@types.coroutine
def waits(value):
    return (yield value)


async def coroutine(level, inner, log):
    total = await waits((level, "first")) or 0
    try:
        total += (await inner) or 0
    except Stop as error:
        log.append((level, "caught", str(error)))
        total += await waits((level, "handling", str(sys.exception()))) or 0
    total += await waits((level, "second")) or 0
    return total


def run(make, depth, rounds):
    log, chain, inner = [], [], None
    for level in range(depth):
        inner = make(level, inner, log)
        chain.append(inner)
    for _ in range(rounds):
        # Mostly the outermost.
        i = depth - 1 if random(3) else random(depth)
        target, what = chain[i], random(20)
        try:
            if what == 0:
                result = target.throw(Stop(f"thrown {i}"))
            elif what == 1:
                result = target.throw(KeyError("k"))
            elif what == 2 and random(4) == 0:
                result = target.close()
            elif what < 6:
                try:
                    raise Stop("outside")
                except Stop:
                    result = target.send(None)
            else:
                result = target.send(random(5) or None)
        except StopIteration as stop:
            result = ("stop", stop.value)
        except Exception as error:
            result = (type(error).__name__, str(error))
        suspended = [getattr(g, "gi_suspended", None) or getattr(g, "cr_suspended", None) for g in chain]
        print(i, result, "".join("01"[bool(s)] for s in suspended))
    print(log)
    for made in chain:
        made.close()


for depth in (1, 2, 3, 5, 8):
    for _ in range(6):
        run(link, depth, 40)


def first(level, inner, log):
    return coroutine(level, inner if inner is not None else waits((level, "innermost")), log)


for depth in (2, 4, 7):
    for _ in range(6):
        run(first, depth, 30)


# The same through loops, which resume the outermost one.
def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
    else:
        yield tree


def nest(depth):
    return depth if depth == 0 else [nest(depth - 1 - random(2) * (depth > 1)) for _ in range(random(4))]


for depth in (3, 6, 12):
    tree = nest(depth)
    print(depth, sum(1 for _ in walk(tree)), [leaf for leaf in walk(tree)][:10])
    outer, shown = walk(tree), 0
    for leaf_value in outer:
        shown += 1
        if shown % 3 == 0:
            inner = outer.gi_yieldfrom
            if inner is not None and inner.gi_suspended:
                # Past the outermost: it does not get this one.
                print(next(inner, "none"), end=" ")
        try:
            raise Stop("in the body")
        except Stop:
            if shown % 5 == 0:
                print(next(outer, "end"), end=" ")
    print(shown)
