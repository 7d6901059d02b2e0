"""functools: partial, reduce, caches, cmp_to_key, singledispatch, wraps: texts of errors and corners."""

import functools
from functools import partial


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


def f(*args, **kwargs):
    return args, kwargs


p = partial(f, 1, a=2)
cached = functools.lru_cache(maxsize=2)(lambda x, y=0: (x, y))
key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))


@functools.singledispatch
def sd(x):
    return "object"


@sd.register
def _(x: int):
    return "int"


@sd.register(list)
def _(x):
    return "list"


class Total:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


class WithMethod:
    @functools.singledispatchmethod
    def show(self, x):
        return "other"

    @show.register
    def _(self, x: str):
        return "str"

    part = functools.partialmethod(f, "p")

    @functools.cached_property
    def once(self):
        return [1]


ask(r'''
p(), p(2, b=3), p(a=5), p.func is f, p.args, p.keywords, partial(p, 9)(), partial(p, 9).args, partial(int, base=2)("101"), repr(partial(int, "1", base=2)), partial(partial(f, 1), 2).func is f
partial()
partial(5)
partial(f, 1)(**{"b": 2}), bool(partial(f)), partial(f) == partial(f), hash(partial(f)) != 0 or True
partial(f).foo
setattr(p, "x", 1), p.x, p.__dict__
setattr(p, "func", 1)
partial(len)()
partial(f, functools.Placeholder, 2)(1), partial(f, functools.Placeholder, 2, functools.Placeholder, 4)(1, 3), repr(functools.Placeholder)
partial(f, functools.Placeholder, 2)()
partial(f, 1, functools.Placeholder)
partial(f, a=functools.Placeholder)
functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(max, [3, 1], 10), functools.reduce(f, [], 5), functools.reduce(f, [1]), functools.reduce(lambda a, b: a * b, range(1, 5), initial=2)
functools.reduce(f, [])
functools.reduce(f, 5)
functools.reduce(f)
functools.reduce(5, [1, 2])
cached(1), cached(1), cached(2), cached(3), cached(1), cached(1, y=0), cached.cache_info(), cached.cache_parameters(), cached.cache_clear(), cached.cache_info()
cached([])
cached()
cached.__wrapped__.__name__, functools.lru_cache(len)("ab"), functools.cache(len).cache_info(), functools.lru_cache(None)(len).cache_parameters(), functools.lru_cache(0)(len)("a"), functools.lru_cache(-5)(len).cache_parameters(), functools.lru_cache(typed=True)(type)(1)
functools.lru_cache("a")
functools.lru_cache(1.5)(len)
functools.lru_cache()(5)
sorted([3, 1, 2], key=key), sorted("bca", key=functools.cmp_to_key(lambda a, b: -1 if a > b else 1)), key(1) < key(2), key(1) == key(1), key(5).obj
functools.cmp_to_key()
functools.cmp_to_key(5)(1) < functools.cmp_to_key(5)(2)
key(1) < 5
hash(key(1))
functools.cmp_to_key(lambda a, b: "x")(1) < functools.cmp_to_key(lambda a, b: "x")(2)
sd("a"), sd(1), sd(True), sd([]), sd.dispatch(bool) is sd.dispatch(int), sorted(c.__name__ for c in sd.registry), sd.register(str, lambda x: "text") is not None, sd("a")
sd()
sd.register(5)
sd.register(5, len)
functools.total_ordering(type("T", (Total,), {"__lt__": Total.__lt__}))(1) <= Total(1), functools.total_ordering(Total)(2) >= Total(1)
functools.total_ordering(type("E", (), {}))
WithMethod().show(1), WithMethod().show("a"), WithMethod().part(1)[1:], (w := WithMethod(), w.once is w.once, w.__dict__)[1:]
functools.partialmethod()
functools.partialmethod(5)
functools.cached_property(5).__get__(None) if False else functools.cached_property(len).attrname
functools.cached_property(len).__get__([], list)
functools.wraps(f)(lambda: 0).__name__, functools.update_wrapper(lambda: 0, f).__wrapped__ is f, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES
functools.update_wrapper(5, f)
''')
