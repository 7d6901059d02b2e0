"""Plain-Python `itertools`, for as long as there is no other."""


class chain:
    def __init__(self, *iterables):
        self.iterator = (item for iterable in iterables for item in iterable)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made.iterator = (item for iterable in iterables for item in iterable)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.iterator)


def count(start=0, step=1):
    while True:
        yield start
        start += step


def repeat(value, times=None):
    if times is None:
        while True:
            yield value
    for _ in range(times):
        yield value


def cycle(iterable):
    kept = []
    for item in iterable:
        yield item
        kept.append(item)
    while kept:
        yield from kept


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    rows = [()]
    for pool in pools:
        rows = [row + (item,) for row in rows for item in pool]
    yield from rows


def islice(iterable, *bounds):
    part = slice(*bounds)
    start, stop, step = part.start or 0, part.stop, part.step or 1
    for number, item in enumerate(iterable if stop is None else (pair[1] for pair in zip(range(stop), iterable))):
        if number >= start and (number - start) % step == 0:
            yield item


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def accumulate(iterable, function=None, *, initial=None):
    total = initial
    for number, item in enumerate(iterable):
        total = item if number == 0 and initial is None else (total + item if function is None else function(total, item))
        yield total


def combinations(iterable, size):
    pool = tuple(iterable)
    if size == 0:
        yield ()
    for at, first in enumerate(pool):
        if size > 0:
            for rest in combinations(pool[at + 1:], size - 1):
                yield (first,) + rest


def permutations(iterable, size=None):
    pool = tuple(iterable)
    size = len(pool) if size is None else size
    if size == 0:
        yield ()
    for at, first in enumerate(pool):
        if size > 0:
            for rest in permutations(pool[:at] + pool[at + 1:], size - 1):
                yield (first,) + rest


def takewhile(test, iterable):
    for item in iterable:
        if not test(item):
            return
        yield item


def dropwhile(test, iterable):
    dropping = True
    for item in iterable:
        dropping = dropping and test(item)
        if not dropping:
            yield item


def zip_longest(*iterables, fillvalue=None):
    rows = [list(iterable) for iterable in iterables]
    for at in range(max(map(len, rows), default=0)):
        yield tuple(row[at] if at < len(row) else fillvalue for row in rows)


def tee(iterable, n=2):
    kept = list(iterable)
    return tuple(iter(kept) for _ in range(n))


def groupby(iterable, key=None):
    group, last = [], None
    for item in iterable:
        mark = item if key is None else key(item)
        if group and mark != last:
            yield last, iter(group)
            group = []
        last = mark
        group.append(item)
    if group:
        yield last, iter(group)
