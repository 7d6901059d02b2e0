"""The corners of reduce, partial, lru_cache, cached_property, total_ordering, cmp_to_key and singledispatch."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import functools
from functools import *


def f(*args, **kwargs):
    return args, kwargs


t(reduce, f, [])
t(reduce, f, [1])
t(reduce, f, [], 5)
t(reduce, f, [1, 2, 3])
t(reduce, f, 5)
t(reduce, 5, [1, 2])
t(reduce, f)
t(reduce, f, [2], initial=1)
p = partial(f, 1, a=2)
print(p(3, b=4), p(a=5), p.func is f, p.args, p.keywords, partial(p, 9, c=1).args, partial(p, 9).func is f)
t(partial)
t(partial, 5)
t(partial(f, x=1), **{"x": 2})
q = partial(f, Placeholder, 2, Placeholder, 4)
print(q(1, 3), q(1, 3, 5), repr(Placeholder))
t(q, 1)
t(partial, f, Placeholder)
t(partial, f, x=Placeholder)
print(repr(partial(int, base=2)), partial(int, base=2)("101"))
print(repr(partial(print, 1, sep="x")))
r = partial(f)
r.__setstate__((f, (1,), {"z": 1}, {"attribute": 5}))
print(r(), r.attribute, r.__reduce__()[2][1:])
t(r.__setstate__, (f, 1, {}, {}))
t(r.__setstate__, 5)
recursive = partial(f)
recursive.__setstate__((recursive, (), {}, {}))
print(repr(recursive).startswith("functools.partial(..."))


class Holder:
    method = partialmethod(f, 1, k=2)
    callable_object = partialmethod(partial(f, "p"), 2)

    @cached_property
    def slow(self):
        print("computed")
        return 42


h = Holder()
print(h.method(3)[0][1:], h.method(3)[1], h.callable_object(5)[0][0], h.slow, h.slow, h.__dict__)
del h.slow
print(h.slow, type(Holder.slow).__name__, Holder.slow.attrname)
t(partialmethod, 5)


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


t(lambda: Slotted().x)
try:

    class Twice:
        a = b = cached_property(lambda self: 1)

except TypeError as error:
    print(error)
t(cached_property(len).__get__, 5)


@lru_cache(maxsize=2)
def g(x, y=0):
    if x == "raise":
        raise ValueError(x)
    return x, y


print(g(1), g(1.0), g(1, 0), g(2), g(1), g.cache_info(), g.cache_parameters())
t(g, "raise")
t(g, [])
t(g)
g.cache_clear()
print(g.cache_info(), g.__wrapped__(5), repr(g).split(" at")[0], g.__name__)
print(lru_cache(maxsize=-5)(f).cache_info(), lru_cache(maxsize=None, typed=True)(f).cache_parameters(), lru_cache(f).cache_info().maxsize)
t(lru_cache, "x")
t(lru_cache, maxsize=1.5)
typed = lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed.cache_info())


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a <= b, a > b, a >= a, a != b, sorted([b, a])[0].n)
t(lambda: a < 5)
t(lambda: a >= 5)
t(total_ordering, type("Empty", (), {}))
K = cmp_to_key(lambda x, y: (x > y) - (x < y))
print(sorted([3, 1, 2], key=K), K(1) < K(2), K(1) == K(1), K(5).obj, K(1) >= K(2))
t(lambda: K(1) < 5)
t(hash, K(1))
t(cmp_to_key)
t(lambda: cmp_to_key(lambda x, y: "no")(1) < cmp_to_key(f)(2))
t(lambda: cmp_to_key(5)(1) < K(2))


@singledispatch
def show(x, *rest):
    return "object"


@show.register
def _(x: int | str):
    return "int or str"


@show.register(list)
def _(x):
    return "list"


print(show(1), show("s"), show([]), show(True), show(1.5), show.dispatch(bool)(1), sorted(c.__name__ for c in show.registry))
t(show)
t(show.register, 5)
print(wraps(f)(lambda: 0).__name__, WRAPPER_ASSIGNMENTS, update_wrapper(lambda: 0, f).__wrapped__ is f, update_wrapper(partial(f), f).__name__)
