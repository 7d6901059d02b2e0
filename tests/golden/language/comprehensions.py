"""Comprehensions and generator expressions: nesting, conditions, scoping, laziness."""

print([x * y for x in range(3) for y in range(x, 3)])
print([x for x in range(20) if x % 2 if x % 3])
print({x % 3: x for x in range(10)})
print(sorted({x // 2 for x in range(6)}))
print([[row[i] for row in [[1, 2], [3, 4], [5, 6]]] for i in range(2)])
print([(a, b) for a, b in zip("ab", [1, 2])], [a for (a, _), *_ in [((1, 2), 3)]])
print([x if x > 1 else -x for x in range(4)])
print(sum(x for x in range(10)), max((len(w), w) for w in "the quick brown".split()))
print([y for x in range(3) if (y := x * 2)])
print([f"{k}={v}" for k, v in {"a": 1}.items()])
print([lambda: x for x in range(1)][0]())
print([[] for _ in range(2)], [() for _ in ()])
print({k: [v for v in range(k)] for k in range(3)})
print([x for x in [y for y in [z for z in range(3)]]])
print([*(x for x in "ab")], tuple(x for x in "ab"), dict((x, x) for x in "ab"))

# The outermost iterable is evaluated at once, everything else late.
log = []


def source(name, items):
    log.append(name)
    return items


gen = ((x, y) for x in source("outer", [1, 2]) for y in source("inner", [x]))
print(log)
print(next(gen), log)
print(list(gen), log)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
try:
    [x for x in 5]
except TypeError as error:
    print(error)

# A list comprehension in a function shares the function's other locals.
def f(n):
    total = 0
    items = [total := total + i for i in range(n)]
    return items, total


print(f(5))


def shadow(x):
    inner = [x for x in range(3)]
    return x, inner


print(shadow("outer"))


def shadow_unbound():
    [v for v in range(3)]
    try:
        return v
    except NameError as error:
        return str(error)


print(shadow_unbound())


def raise_inside(x):
    try:
        return [1 // (x - i) for x in range(3) for i in range(3)]
    except ZeroDivisionError:
        return x


print(raise_inside("restored"))


def closures():
    x = "outer"
    made = [lambda: x for x in range(3)]
    return [g() for g in made], x


print(closures())


def with_cell():
    fs = [(lambda: (i, j)) for i in range(2) for j in range(2)]
    return [f() for f in fs]


print(with_cell())


class Klass:
    n = 3
    squares = [i * i for i in range(n)]
    pairs = {i: i + 1 for i in squares}


print(Klass.squares, Klass.pairs, hasattr(Klass, "i"))

gen = (x for x in range(3))
print(gen.__name__, next(gen), list(gen), list(gen))
print(type(gen).__name__)


def deep(n):
    return [[[(i, j, k) for k in range(j) if k != i] for j in range(i)] for i in range(n)]


print(deep(4))
print(any(x > 2 for x in iter([1, 2, 3, "not reached"])))
print([i for i in range(5) if not any(i == j for j in (1, 3))])
print([c for c in "abc" if c in {"a", "c"}], [not x for x in (0, 1)])
