"""Lambdas, conditional expressions, chained calls, operator precedence."""

print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a, **k: (a, k))(1, z=2), (lambda a, /, b, *, c: (a, b, c))(1, 2, c=3), (lambda: (yield))().__next__())
print([f(3) for f in (lambda x: x + 1, lambda x: x * 2, lambda x: lambda y: x)][:2], (lambda f: f(f))(lambda f: "self"), (lambda x: (lambda y: (lambda z: x + y + z)))(1)(2)(3))
print(1 + 2 * 3 - 4 / 2 ** 2 % 3 // 1, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, not 1 == 2, not 1 in [2], -1 ** 2, ~1 + 1, 1 << 2 + 1, 1 + 1 << 2, 5 & 3 == 3, (5 & 3) == 1, 1 | 2 ^ 3 & 4, 1 < 2 == True, (1 < 2) == True, 3 > 2 > 1, 1 if 0 else 2 if 0 else 3)
print(1 or 0 and 0, (1 or 0) and 0, not 0 or 1, not (0 or 1), 1 and 2 or 3, 0 and 2 or 3, 1 == 1 and 2 == 2, 1 in [1] and 2 not in [1], None is None is not False, "a" "b" * 2, "a" + "b" * 2, [1] + [2] * 2, x_ if (x_ := 0) else "else")
f = lambda n: 1 if n < 2 else n * f(n - 1)
compose = lambda *fs: lambda x: apply(fs, x)
apply = lambda fs, x: x if not fs else fs[0](apply(fs[1:], x))
print(f(10), compose(lambda x: x + 1, lambda x: x * 10)(5), sorted("banana", key=lambda c: (-"banana".count(c), c)), list(map(lambda p: p[0] * p[1], zip(range(3), range(3, 6)))), max([1, 5, 3], key=lambda x: -x))


class Chain:
    def __init__(self, v=()):
        self.v = v

    def __getattr__(self, name):
        return lambda *a: Chain((*self.v, name, *a))

    def __getitem__(self, i):
        return Chain((*self.v, [i]))

    def __call__(self, *a):
        return Chain((*self.v, a))

    def __neg__(self):
        return Chain(("neg", *self.v))

    def __pow__(self, other):
        return Chain((*self.v, "pow", other))

    def __repr__(self):
        return f"Chain{self.v}"


c = Chain()
print(c.a(1).b(2)[3].d(4)(5)[6:7], -c.x(1) ** 2, (-c.x(1)) ** 2, c[1][2](3)(4), c
      .split()
      .over(
          "lines",
      ))
x = 5
print(x if x > 3 else -x, (x, -x)[x > 3], [x if x % 2 else "even" for x in range(3)], {x: y for x, y in [(1, 2)]}, (lambda x=x: x)(), (lambda: x)())
print((1, 2)[0], [1, 2][-1], {"a": 1}["a"], "abc"[1], (1,)[0], ((((1)))))
print((walrus := 3), walrus)
print(0x10 + 0b11 + 0o7 + 1_0, 1.5e1 + .5, 1 .real, 1.0.real, 1..real, 1j.imag, "x".join("ab").upper().lower(), [].append(1), {}.get("x"), (lambda: None)() is None, not None, *[1, 2][:1])
a = b = 3
a, b = b, a + b
a += b if a else -b
print(a, b, a if b else c, a < b < 10 > a, a != b != a, a == a == 9, (a == a) == 1, a is a is a)
print([*range(3), *"ab"], (*(1, 2),), {*[1], *[1]}, {**{"a": 1}, "b": 2}, [x for x in (y for y in [z for z in range(3)])], sep="|")
print(len([...]), ..., type(...), Ellipsis is ..., [...][0], {...: 1}[...], (lambda: ...)())
print(bool([] or {} or () or "" or 0 or None), [] is not [], () is (), "" "" == "", 1 < 1.5 < 2 < float("inf"), max(1, *[2, 3], *(4,)), min("b", "a", key=lambda s: s), sum((1, 2), 3), abs(-3) + round(2.5) + pow(2, 3) + divmod(7, 2)[1])
