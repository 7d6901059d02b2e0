"""A function gets other code while generators of the old code are suspended; frames of all sizes."""


def small(n):
    for i in range(n):
        yield i


def large(n):
    a, b, c, d, e, f = range(6)
    for i in range(n):
        for j in range(2):
            received = yield (i, j, max(a, b, c, d, e, f, i), [a, b, c][j])
            if received:
                a = received


def swap():
    one = small(4)
    print(next(one))
    small.__code__, large.__code__ = large.__code__, small.__code__
    try:
        print(next(one), next(one))
        two = small(2)
        print(next(two), two.send(100), next(two), list(two))
        print(list(large(3)), list(one))
    finally:
        small.__code__, large.__code__ = large.__code__, small.__code__
    print(list(small(2)), len(list(large(2))))


swap()


# Of many sizes: what is kept at a yield is all that is alive, whatever its number.
def source(n):
    names = [f"v{i}" for i in range(n)]
    lines = [f"def make({', '.join(names) or ''}):"]
    lines += ["    total = 0", "    for step in range(3):"]
    lines += [f"        {name} += step" for name in names]
    lines += ["        got = yield step, [" + ", ".join(names) + "]", "        total += got or 0"]
    lines += ["    return total"]
    return "\n".join(lines)


for n in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 17, 31, 33, 60]:
    namespace = {}
    exec(source(n), namespace)
    made = namespace["make"](*range(n))
    first, last = next(made), None
    print(n, first[0], sum(first[1]), made.gi_frame.f_locals.get("step"), end=" ")
    while True:
        try:
            last = made.send(n)
        except StopIteration as stop:
            print(last[1] == [i + 3 for i in range(n)], stop.value)
            break

namespace = {}
exec(source(300).replace("make(" + ", ".join(f"v{i}" for i in range(300)) + ")", "make(*given)")
     .replace("    total = 0", "    total = 0\n    " + ", ".join(f"v{i}" for i in range(300)) + " = given"), namespace)
print([sum(values) for _, values in namespace["make"](*range(300))])


# Cells and free variables go along.
def counter(start):
    def step(by):
        nonlocal start
        while True:
            start += by
            by = (yield lambda: start) or by
    return step


steps = counter(10)
a, b = steps(1), steps(5)
shown = [next(a), next(b), a.send(100), next(a), next(b)]
print([f() for f in shown])


async def nothing():
    return 1


async def ticks(n):
    for i in range(n):
        yield i + await nothing()


async def all_ticks():
    return [i async for i in ticks(5)]

for made in (nothing(), ticks(3), small(1), all_ticks()):
    print(type(made).__name__, made.__name__, made.__qualname__)
    if hasattr(made, "send"):
        try:
            print(made.send(None))
        except StopIteration as stop:
            print("returned", stop.value)
