"""Iterators are lazy, remember their end, and share sources as documented."""
import itertools as it

def noisy(n):
    for i in range(n):
        print("give", i)
        yield i

first = it.chain(noisy(2), noisy(1))
print(next(first), next(first), list(first))
a, b = it.tee(noisy(3))
print(next(a), next(b), list(a), list(b), list(a))
g = it.groupby([1, 1, 2, 2, 3])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
s = iter(range(10))
print(list(it.islice(s, 3)), list(s))
t = it.takewhile(lambda x: x < 2, noisy(5))
print(list(t), list(t))
c = it.count(2**50 - 1)
print(next(c), next(c), next(c))
print(list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.count(10, -3), 4)))
class Bad:
    def __iter__(self):
        return self
    def __next__(self):
        raise ValueError("bad")
for make in (it.chain, it.cycle, it.pairwise, lambda x: it.zip_longest(x, "ab"), it.accumulate):
    try:
        print(list(make(Bad())))
    except ValueError as e:
        print(make.__name__, e)
for f, *rest in [(it.permutations, 3), (it.combinations, 3), (it.combinations_with_replacement, 2)]:
    print(len(list(f(range(6), *rest))), list(f(range(6), *rest))[-1])
print(len(list(it.product(range(3), repeat=4))), list(it.product("ab", "", "c")))
print([x for x in it.repeat(None, 0)], sum(1 for _ in it.product()), list(it.batched([], 2)))
total = 0
for x, y in zip(it.cycle([1, 2, 3]), range(7)):
    total += x * y
print(total, list(map(max, it.pairwise([3, 1, 4, 1, 5]))))
import operator
print(operator.length_hint(it.repeat(1, 5)), it.repeat("x"))
try:
    operator.length_hint(it.repeat(1))
    print(len(it.repeat(1)))
except TypeError as e:
    print(e)
