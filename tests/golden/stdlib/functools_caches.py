"""lru_cache, cache, cached_property, singledispatch, total_ordering, reduce, cmp_to_key, wraps."""
from functools import *

@lru_cache(maxsize=3)
def square(x):
    print("compute", x)
    return x * x
for n in [1, 2, 3, 1, 4, 2, 1, 3, 4]:
    square(n)
print(square.cache_info(), square.__name__, square.__wrapped__(5), square.cache_parameters())
square.cache_clear(); print(square.cache_info())
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())
@lru_cache(typed=True)
def typed(x, y=0):
    return (type(x).__name__, y)
print(typed(1), typed(1.0), typed(True), typed(1, y=0), typed(x=1), typed.cache_info())
@lru_cache(maxsize=0)
def none(x):
    return x
print(none(1), none(1), none.cache_info())
@lru_cache
def bad(x):
    raise ValueError(x)
for _ in range(2):
    try:
        bad(1)
    except ValueError as e:
        print("ValueError", e, bad.cache_info())
try:
    square([])
except TypeError as e:
    print(e)
class C:
    @lru_cache
    def m(self, x):
        return x + 1
    @cached_property
    def p(self):
        print("once")
        return 7
c = C(); print(c.m(1), c.m(1), C.m.cache_info(), c.p, c.p, c.__dict__)
@singledispatch
def show(x):
    return "any"
@show.register
def _(x: int):
    return "int"
@show.register(list)
def _(x):
    return "list"
print(show(1), show([]), show("s"), show(True))
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), V(2) >= V(3), V(3) > V(1))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 1], 9), reduce(lambda a, b: a + b, [], "e"))
print(sorted([5, 2, 9, 1], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a + b, initial=1, iterable=[2]) if False else "")
for f in (lambda: reduce(max, []), lambda: reduce(max, 3), lambda: cmp_to_key(3)(1) < 2, lambda: lru_cache("x"), lambda: reduce(max)):
    try:
        print(f())
    except TypeError as e:
        print(e)
def deco(f):
    @wraps(f)
    def inner(*a):
        """inner doc"""
        return f(*a)
    return inner
@deco
def documented():
    """doc"""
print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__)
