"""Unpacking on both sides, and what goes wrong."""

a, b = 1, 2
(c, d), e = (3, 4), 5
[f, *g] = "hello"
*h, i = range(4)
j, *k, l = [1, 2]
(m,) = {7}
n, (o, *p), *q = 1, "xyz", 2, 3
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)

a, b = b, a
x = y = z = []
x.append(1)
print(a, b, y, z is x)

for key, (left, *right) in {"p": (1, 2, 3), "q": "ab"}.items():
    print(key, left, right)

print([*range(3), *"ab", *[], *(1,)], (*[1], 2), {*[1], *[1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *"xy", sep="-")


def tail():
    return 1, *[2, 3]


def produce():
    yield 1, *[2]


print(tail(), list(produce()))
t = *[1, 2], 3
print(t)
for v in *[1, 2], 3:
    print(v, end=" ")
print()
print({1: 2}[1], [1, 2, 3][slice(*[0, 2])])
print({(1, 2): "tuple key"}[*[1], 2])


def attempt(source):
    try:
        exec(source, {})
    except Exception as error:
        print(f"{source:40} {type(error).__name__}: {error}")


attempt("a, b = 1,")
attempt("a, b = 1, 2, 3")
attempt("a, b, c = 'ab'")
attempt("a, b = [1, 2, 3, 4]")
attempt("a, b = {1: 1, 2: 2, 3: 3}")
attempt("a, b = (i for i in range(5))")
attempt("a, b = iter([1])")
attempt("a, *b, c = [1]")
attempt("a, b, *c, d = 'ab'")
attempt("*a, b = []")
attempt("a, b = 5")
attempt("a, b = None")
attempt("[a] = 1.5")
attempt("(a, b), c = 1, 2")
attempt("() = [1]")
attempt("[] = 3")
attempt("print(*1)")
attempt("[*None]")
attempt("{**[1]}")
attempt("{**{1: 2}, **None}")
attempt("for a, b in [(1, 2), (3,)]: pass")

[] = ()
() = ""


class Noisy:
    def __init__(self, count):
        self.count = count
        self.given = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.given == self.count:
            raise StopIteration
        self.given += 1
        return self.given


noisy = Noisy(10)
try:
    u, v = noisy
except ValueError as error:
    print(error, "| taken", noisy.given)
noisy = Noisy(3)
first, *rest = noisy
print(first, rest, noisy.given)


class Broken:
    def __iter__(self):
        raise KeyError("no")


try:
    u, v = Broken()
except KeyError as error:
    print("KeyError", error)


class Old:
    def __getitem__(self, i):
        if i < 3:
            return i * 10
        raise IndexError


r, s, w = Old()
print(r, s, w, [*Old()])
