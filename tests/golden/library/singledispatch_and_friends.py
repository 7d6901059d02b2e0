from functools import singledispatch, singledispatchmethod, total_ordering, cached_property, cmp_to_key, reduce, wraps, partialmethod, lru_cache
@singledispatch
def show(x): return f"any {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
@show.register(tuple)
def _(x): return f"seq {len(x)}"
print(show(1), show(True), show([1]), show((1, 2)), show("s"), show.dispatch(bool) is show.dispatch(int), list(show.registry)[0])
class M:
    @singledispatchmethod
    def f(self, x): return "base"
    @f.register
    def _(self, x: str): return "str"
    def g(self, a, b): return a, b
    h = partialmethod(g, 1)
    @cached_property
    def c(self): print("made"); return 3
print(M().f("a"), M().f(1), M().h(2))
m = M(); print(m.c, m.c, m.__dict__)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a * b, [1, 2, 3], 10))
@lru_cache(maxsize=2)
def sq(x): return x * x
for i in (1, 2, 1, 3, 1): sq(i)
print(sq.cache_info(), sq.cache_parameters())
try: show()
except TypeError as error: print(error)
try: reduce(lambda a, b: a, [])
except TypeError as error: print(error)
