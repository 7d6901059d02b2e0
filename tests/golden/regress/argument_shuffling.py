"""Calls within calls within calls: argument windows must not tread on each other."""


def f(*args, **kwargs):
    return (*args, *sorted(kwargs.items()))


def two(a, b):
    return a - b


def three(a, b=10, *, c=100):
    return a + b + c


class K:
    def __init__(self, v):
        self.v = v

    def add(self, other, scale=1):
        return K(self.v + (other.v if isinstance(other, K) else other) * scale)

    def __call__(self, *args):
        return self.v + sum(args)

    def __getitem__(self, i):
        return self.v * i

    def __add__(self, other):
        return self.add(other)


k = K(5)
print(two(two(9, two(3, 1)), two(two(5, 1), two(2, 2))), two(b=two(1, 2), a=two(b=3, a=4)), three(three(1), three(2, c=three(3))), f(f(1), f(2, x=f(3)), *f(4), **dict(y=f(5))))
print(k.add(k.add(1).add(2)).add(k(k(1, 2), k[k[1]]), scale=k[two(1, 0)]).v, k(*(k(i) for i in range(3))), (k + k + 1).v, k.add(K(1) + K(2), scale=three(1, 2, c=3)).v)
print([f(i, *[j for j in range(i)], last=[f(x) for x in range(i)]) for i in range(3)])
print(max(min(5, 3), min(max(1, 2), 9), key=lambda x: two(0, x)), sorted([three(x, c=x) for x in (3, 1, 2)], key=lambda x: two(x, 5) ** 2), "".join(str(two(int(a), int(b))) for a, b in zip("987", "123")))
print((lambda a, b: (lambda c, d: a * c + b * d)(b, a))(2, 3), (lambda *a: (lambda *b: a + b)(*a, 9))(1, 2), (lambda f, *a, **k: f(*a, **k))(f, 1, z=(lambda: f(2))()))
a, b, c = 1, 2, 3
a, b, c = f(c, a, b)
print(a, b, c)
a, b = b, two(a, b)
print(a, b)


def swap(x, y, z, w):
    x, y, z, w = w, x, y, z
    x, (y, z), w = y, (z, w), x
    return x, y, z, w


def many(a, b, c, d, e, g, h, i, j, k, l, m):
    a, m = m, a
    t = two(two(a, b), two(c, d)) + two(two(e, g), two(h, i)) - two(two(j, k), two(l, m))
    return t, [a, b, c, d, e, g, h, i, j, k, l, m], {x: y for x, y in zip((a, b), (c, d))}, f"{a}{b}{two(c, d)}{f(e, g)}"


print(swap(1, 2, 3, 4), many(*range(12)))


def deep(n, *args, **kw):
    if n == 0:
        return args, sorted(kw)
    return deep(n - 1, n, *args, **{f"k{n}": n}, **kw)


print(deep(6))


def default_uses(x, y=two(5, 3), *z, w=three(1)):
    return x, y, z, w


print(default_uses(1), default_uses(1, 2, 3, w=4), default_uses(*[1, 2], *[3, 4]), default_uses(**{"x": 1, "w": 2}))
x = 5
print(x + (x := x + 1) + x, [x, x := 10, x], f(x, x := x + 1, x), {x: (x := 0)}, x)
r = [0] * 3
r[two(2, 1)], r[0], r[-1] = f(7, 8, 9)
print(r, r[two(1, 1)] + r[two(3, 2)] * r[two(4, 2)], r[two(2, 2):two(5, 3)])
big = f(*range(300), **{f"n{i:03}": i for i in range(300)})
print(len(big), big[299], big[300], big[-1])
print(sum(map(two, range(5), range(5, 0, -1))), list(map(lambda p, q, r: p * q + r, (1, 2), (3, 4), (5, 6))), list(map(K(1), range(3))), [*map(K(2).add, [1, 2])][1].v)
nested = f(f(f(f(f(f(f(f(f(f(1))))))))))
while isinstance(nested, tuple):
    nested = nested[0]
print(nested, two(*(two(*(two(*(9, 1)), 2)), 3)), print(print(1, end="-"), print(2, end="-"), end="\n"))


def positional_only(a, /, b, *, c):
    return a, b, c


print(positional_only(1, b=2, c=3), positional_only(*[1], **{"b": 2, "c": 3}), [positional_only(i, i + 1, c=i + 2) for i in range(2)])
g = (f(i, j=i) for i in range(3))
print(f(*g), f(*"ab", *{"c": 1}, **{}), f(*[], **{}), f(*(), *()), f(**{"a b": 1, "": 2}))
m = k.add
print(m(1).v, m(other=2).v, m(scale=2, other=3).v, K.add(k, 4).v, K.add(self=k, other=5).v, (m2 := K(100).add)(1).v, m.__func__(K(7), 1).v)
