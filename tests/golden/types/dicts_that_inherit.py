"""Subclasses of dict with and without special methods of their own, and instances checked against tuples of classes."""

from collections import Counter, OrderedDict, defaultdict


class Missing(dict):
    def __missing__(self, key):
        return ("missing", key)


class Setting(defaultdict):
    def __setitem__(self, key, value):
        print("sets", key, value)
        super().__setitem__(key, value)


class Getting(defaultdict):
    def __getitem__(self, key):
        print("gets", key)
        return super().__getitem__(key)


class Plain(dict):
    pass


def use(d):
    for key in (1, "a", (1, 2)):
        for _ in range(2):
            try:
                print(d[key], end=" ")
            except KeyError as error:
                print(type(error).__name__, error, end=" ")
    d["new"] = 1
    d["new"] += 1
    print(dict(d))


for d in (Missing(), Plain(), Counter(), OrderedDict(), defaultdict(int), defaultdict(None), Setting(list), Getting(lambda: 5)):
    use(d)
try:
    Plain()[[]]
except TypeError as error:
    print(error)
try:
    Plain()[[]] = 1
except TypeError as error:
    print(error)


class Asked(type):
    def __instancecheck__(cls, instance):
        print("asked of", type(instance).__name__)
        return True


class Always(metaclass=Asked):
    pass


class Claims:
    @property
    def __class__(self):
        return int


for value in (1, True, 1.5, "s", Plain(), Claims(), Always()):
    print(
        isinstance(value, (int, str)), isinstance(value, (float, (dict, bool))), isinstance(value, (str, Always)), isinstance(value, ()),
        isinstance(value, int | str), isinstance(value, (int, Always)),
    )
for wrong in ((int, 1), (1, int), ((), 3)):
    for value in (5, "s"):
        try:
            print(isinstance(value, wrong))
        except TypeError as error:
            print(error)
