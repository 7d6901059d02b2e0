"""Loops whose iterables change their kind, change while looped over, end in odd ways, or are made in Python."""


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Makes:
    def __init__(self, what):
        self.what = what

    def __iter__(self):
        return self.what


class Generates:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


def gen(*items):
    yield from items


def total(iterable):
    result = []
    for item in iterable:
        result.append(item)
    else:
        result.append("else")
    return result


def pairs(iterable):
    result = []
    for a, b in iterable:
        result.append((b, a))
    return result


kinds = [
    [1, 2], (3, 4), range(2), range(5, 0, -2), "ab", "aéß😀", b"xy", bytearray(b"z"), {1: 2}, {1: 2}.values(), {1: 2}.items(), {7},
    frozenset([8]), gen(5, 6), Count(2), Makes(iter("q")), Generates(1, 2), Old(), enumerate("ab"), zip("ab", [1, 2]),
    map(str, [1, 2]), map(lambda a, b: a + b, [1, 2], [3, 4]), filter(None, [0, 1]), filter(lambda x: x > 1, [1, 2]), reversed([1, 2]),
    reversed({1: 2, 3: 4}), reversed("ab"), iter([1, 2, 3, 1, 5].pop, 1), memoryview(b"ab"), range(2**60, 2**60 + 2), [], (), gen(),
    reversed(range(3)), zip(), zip("a", "b", "c"), iter({1: 2}.items()), enumerate(gen("x"), 10**20),
]
for kind in kinds:
    print(type(kind).__name__, total(kind))
    if not callable(getattr(kind, "__next__", None)):
        print(type(kind).__name__, total(kind))

for kind in [
    {1: 2, 3: 4}.items(), enumerate("ab"), zip("ab", "cd"), [(1, 2)], ((3, 4),), gen((5, 6)), {"k": "v"}.items(), ["xy"], zip("ab", gen(1, 2)),
    enumerate(Count(2)), enumerate("c", 5), zip(Count(2), {1: 2, 3: 4}), reversed({1: 2, 3: 4}.items()), map(divmod, [7], [2]), {"ab", "ab"},
]:
    print(type(kind).__name__, pairs(kind))

print("- mutation")
for make in (dict.keys, dict.values, dict.items, lambda d: d):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for x in make(d):
            d[len(d) + 10] = 0
    except RuntimeError as e:
        print(e, len(d))
    d = {i: i for i in range(5)}
    seen = []
    try:
        for x in make(d):
            seen.append(x)
            del d[x if isinstance(x, int) else x[0]]
    except RuntimeError as e:
        print(e, seen)
    d = {i: i for i in range(5)}
    del d[0], d[2], d[3]
    print([x for x in make(d)])
d = {1: 1, 2: 2}
try:
    for k, v in d.items():
        d[k + 10] = v
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2, 3: 3}
try:
    for k, v in d.items():
        del d[k]
        d[k + 5] = v
except RuntimeError as e:
    print(e, d)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
l = [1, 2, 3]
for x in l:
    if len(l) < 8:
        l.append(x * 2)
print(l)
for i, x in enumerate(l):
    if i == 2:
        del l[3:]
print(i, l)

print("- zip strict")
for a, b in ((range(2), range(3)), (range(3), range(2)), (range(2), range(2)), ((), "a")):
    out = []
    try:
        for x, y in zip(a, b, strict=True):
            out.append((x, y))
    except ValueError as e:
        print(e)
    print(out)

print("- unpacking errors in loops")
for bad in ([(1, 2, 3)], [(1,)], [5], zip([1], [2], [3]), ["abc"], [gen(1)], {1: 2}.keys()):
    try:
        for a, b in bad:
            print("got", a, b)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

print("- odd iterators")


class NoNext:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self

    def __next__(self, extra=3):
        raise KeyError(extra)


class Stops:
    """StopIteration from below `__next__` ends the loop, too."""

    def __init__(self):
        self.inner = iter([1, 2])

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return next(self.inner) * 2
        finally:
            print("finally")


class Sub(StopIteration):
    pass


class StopsBySub:
    def __iter__(self):
        return self

    def __next__(self):
        raise Sub


class Raises:
    def __iter__(self):
        raise StopIteration("from iter")


for odd in (NoNext(), BadNext(), Stops(), StopsBySub(), Raises(), Old, 3, None):
    try:
        for x in odd:
            print(x)
        print("ended")
    except BaseException as e:
        print(type(e).__name__, e)
        tb, names = e.__traceback__, []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(names)


class Changes:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            Changes.__next__ = lambda self: "replaced" if self.__dict__.setdefault("left", [1]).pop() else 0
        return self.n


try:
    for x in Changes():
        print(x)
except IndexError as e:
    print(e)


class A(Count):
    pass


class B(Count):
    def __next__(self):
        return "B" + str(super().__next__())


c = A(5)
for x in c:
    print(x)
    c.__class__ = B

print("- nested, and left early")
out = []
for i in range(3):
    for j in Count(3):
        if j == i:
            break
        for k in Generates("x", "y"):
            if k == "y":
                continue
            out.append((i, j, k))
    else:
        out.append("else")
print(out)


def inner_return(iterable):
    for x in iterable:
        try:
            for y in Count(2):
                if x == 2:
                    return x, y
        finally:
            print("leaving", x)


print(inner_return(Makes(iter([1, 2, 3]))))


def recursive(depth):
    class It:
        def __init__(self):
            self.left = 2

        def __iter__(self):
            return self

        def __next__(self):
            self.left -= 1
            if self.left < 0:
                raise StopIteration
            return sum(1 for x in recursive(depth - 1)) if depth else 1

    return It()


print([x for x in recursive(4)], list(recursive(2)), sum(recursive(3)))


class Endless:
    def __iter__(self):
        for x in self:
            pass


try:
    for x in Endless():
        pass
    it = iter(Endless())
    next(it)
except RecursionError as e:
    print("RecursionError")

print([*Count(3)], {*Count(2)}, dict(enumerate(Count(2))), max(Count(4)), sorted(Count(3)), ",".join(map(str, Count(3))))
a, b, c = Count(3)
a, *rest = Count(4)
print(a, b, c, rest)

print("- StopIteration from what map and filter call")


def stops(x):
    if x == 2:
        raise StopIteration("from", x)
    return x


print([x for x in map(stops, [1, 2, 3])], list(map(stops, [1, 2])), [x for x in filter(stops, [1, 2, 3])])
for a, b in zip(map(stops, [1, 2, 3]), "ab"):
    print(a, b)
for a, b in enumerate(map(stops, [1, 2, 3])):
    print(a, b)
m = map(stops, [1, 2, 3])
print(next(m), next(m, "default"), next(m, "default"), next(m, "default"))
try:
    next(map(stops, [2]))
except StopIteration as e:
    print(e.args)
print(next(iter(()), None), next(gen(), 5), next(gen(4), 5), next(iter([3])))
for bad in (5, [1]):
    try:
        next(bad, 1)
    except TypeError as e:
        print(e)
g = (x for x in [1, 2])
print(type(g), next(g), list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
l = [1, 2]
g = (x for x in l)
l.append(3)
print(list(g), sum(x for x in range(5)), tuple(x for x in (1, 2)))
