"""What inline caches keep of attributes and calls, and what makes them forget it."""

import functools


class Bag:
    pass


def names(bag):
    return list(vars(bag))


def read(bag):
    return [getattr(bag, name, None) for name in ("a", "b", "c")]


def deleted():
    out = []
    for i in range(6):
        bag = Bag()
        bag.a, bag.b, bag.c = i, i + 1, i + 2
        if i % 2:
            del bag.b
            bag.d = 9
            bag.b = -1
        else:
            del bag.a, bag.c
        out.append((read(bag), names(bag)))
    return out


class Slots(Bag):
    __slots__ = ("s",)


class Numbers(list):
    def total(self):
        return sum(self)


class Table(dict):
    __slots__ = ("extra", "__dict__")

    def first(self):
        return next(iter(self))


def totals(objects):
    return [numbers.total() for numbers in objects]


class Typed:
    def __init__(self):
        self.calls = 0

    def __get__(self, instance, owner):
        self.calls += 1
        return self if instance is None else (instance.seed, owner.__name__, self.calls)

    def __set__(self, instance, value):
        instance.seed = value


class Shy:
    def __get__(self, instance, owner):
        raise AttributeError("shy")


class Holder:
    typed = Typed()
    shy = Shy()
    seed = 3


class Fallback(Holder):
    def __getattr__(self, name):
        return f"no {name}"


def descriptors():
    holder, out = Holder(), []
    for i in range(4):
        out.append(holder.typed)
        if i == 1:
            holder.typed = 8
        try:
            out.append(holder.shy)
        except AttributeError as error:
            out.append(str(error))
    out += [Fallback().shy for _ in range(3)]
    Typed.__get__ = lambda self, instance, owner: "replaced"
    out += [holder.typed for _ in range(2)]
    return out


class Meta(type):
    pass


class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x


def make(n):
    return [type(Made(i)).__name__ for i in range(n)]


def shown(error):
    return f"{type(error).__name__}: {error}"


def generators():
    def plain():
        yield 1
        yield 2

    def careful(log):
        try:
            yield 1
        finally:
            log.append("closed")

    log = []
    for g in (plain(), careful(log)):
        print(next(g), g.close(), g.close(), next(g, "end"))
    g = plain()
    print(g.send(None), g.send(5))
    try:
        g.send(1)
    except StopIteration as stop:
        print("stop", stop.value)
    print(log)


def spread(*args, **keywords):
    return args, keywords


class Mapping:
    def __init__(self, items):
        self.items = items

    def keys(self):
        return list(self.items)

    def __getitem__(self, key):
        return self.items[key] * 2


def main():
    print(deleted())
    slots = Slots()
    slots.s, slots.a, slots.b = 1, 2, 3
    del slots.a
    print(slots.s, slots.b, vars(slots))
    lists = [Numbers([1, 2]), Numbers([3]), Numbers()]
    print(totals(lists))
    lists[1].total = lambda: "own"
    print(totals(lists), totals(lists))
    table = Table(q=1)
    table.extra, table.other = 5, 6
    print(table.first(), table.extra, vars(table))
    print(descriptors())
    print(make(3))
    Meta.__call__ = lambda cls, x: (cls.__name__, x)
    print(make(2))
    del Meta.__call__
    print(make(2))
    generators()
    part = functools.partial(spread, 1, sep=2, end=3)
    print(part(5, end=4), part(other=1), part(*[7], **{"sep": 0}))
    print(spread(**Mapping({"a": 1})), spread(*"ab", **{"c": 3}))
    kept = {"x": 1}
    taken = spread(**kept)[1]
    taken["y"] = 2
    print(kept, taken)
    for call in (lambda: spread(**5), lambda: spread(**{1: 2}), lambda: spread(*1, **{})):
        try:
            call()
        except TypeError as error:
            print(shown(error))


main()
