"""Recursion of many kinds, within the limit and beyond it, and life after RecursionError."""

import sys


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield item, *rest


def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]


print(fact(50) % 1000007, even(500), odd(501), ackermann(2, 5), hanoi(8, "a", "b", "c"), len(list(permutations((1, 2, 3, 4)))), flatten([1, [2, [3, [4]], 5]]))
print((lambda f: f(f, 10))(lambda self, n: 0 if n == 0 else n + self(self, n - 1)))


class Tree:
    def __init__(self, depth):
        self.children = [Tree(depth - 1) for _ in range(2)] if depth else []

    def count(self):
        return 1 + sum(c.count() for c in self.children)

    def __iter__(self):
        yield self
        for c in self.children:
            yield from c

    def __eq__(self, other):
        return self.children == other.children

    def __repr__(self):
        return f"({''.join(map(repr, self.children))})"


print(Tree(5).count(), sum(1 for _ in Tree(6)), Tree(4) == Tree(4), Tree(4) == Tree(3), repr(Tree(2)))


def endless(n):
    return endless(n + 1) + 1


def with_finally(depth):
    try:
        return with_finally(depth + 1)
    finally:
        seen.append(depth)


def mutual_a():
    mutual_b()


def mutual_b():
    mutual_a()


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __str__(self):
        return str(self)

    def __getitem__(self, i):
        return self[i]

    def __eq__(self, other):
        return self == other

    def __bool__(self):
        return bool(self)

    def __iter__(self):
        return iter(self)

    def __add__(self, other):
        return self + other


def generator():
    yield from generator()


e = Endless()
seen = []
cases = {
    "function": lambda: endless(0), "finally": lambda: with_finally(0), "mutual": mutual_a, "getattr": lambda: e.x, "len": lambda: len(e), "call": e, "str": lambda: str(e), "item": lambda: e[0], "eq": lambda: e == 1,
    "bool": lambda: not e, "iter": lambda: list(e), "add": lambda: e + 1, "generator": lambda: list(generator()), "sorted": lambda: (f := lambda x: sorted([1], key=f))(1), "comprehension": lambda: (f := lambda: [f() for _ in [1]])(),
    "map": lambda: (f := lambda x: list(map(f, [1])))(1), "property": lambda: type("P", (), {"p": property(lambda self: self.p)})().p, "init": lambda: (C := type("C", (), {"__init__": lambda self: C() and None}))(),
    "eval": lambda: (s := "eval(s, {'s': s})") and eval(s, {"s": s}),
}
for name, function in cases.items():
    try:
        function()
        print(name, "returned")
    except RecursionError as error:
        print(name, "RecursionError", fact(20) == 2432902008176640000)
print(len(seen) > 500, seen[:2] > [500], seen[-1])
nested = []
for _ in range(5000):
    nested = [nested]
depth = 0
while nested:
    nested, depth = nested[0], depth + 1
print(depth)
sys.setrecursionlimit(20000)
print((f := lambda n: 0 if n == 0 else 1 + f(n - 1))(15000))


def gen_depth(n):
    if n:
        yield from gen_depth(n - 1)
    yield n


print(sum(gen_depth(300)))
