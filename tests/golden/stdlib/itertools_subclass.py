"""Subclasses of iterators, and what their constructors refuse."""
import itertools as it

class Pairs(it.product):
    extra = 1
    def __next__(self):
        return super().__next__() + ("x",)

p = Pairs("ab", [1])
p.note = "n"
print(list(p), p.note, isinstance(p, it.product), Pairs.extra)
class C(it.count):
    pass
print(C(3), repr(C(1, 2)), [next(c) for c in [C(5)]])
for f in (lambda: it.count([]), lambda: it.accumulate(), lambda: it.accumulate([1], initial=1, x=2),
          lambda: it.islice([1], "a"), lambda: it.islice([1], 1, 2, 3, 4), lambda: it.combinations("abc", r=None),
          lambda: it.permutations("abc", -1), lambda: it.compress([1]), lambda: it.batched("abc"), lambda: it.pairwise(5),
          lambda: it.starmap(None, 5), lambda: next(it.starmap(len, [5])), lambda: it.chain.from_iterable(3),
          lambda: it.zip_longest(1, 2), lambda: it.product(1), lambda: it.product(x=1), lambda: it._grouper()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(it.chain[int], type(it.chain[int]).__name__)
