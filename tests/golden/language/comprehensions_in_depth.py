"""Comprehensions: scopes, order, nesting, failing, async-less generators and unpacking."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

def fail(x):
    raise ValueError(x)


log = []
n = 5
ask("""
[x for x in range(3)], {x: x for x in "ab"}, {x % 2 for x in range(4)}, list(x for x in "ab"), [(x, y) for x in range(2) for y in range(x, 2)], [x for x in range(10) if x % 2 if x > 3]
[[y for y in range(x)] for x in range(3)], [x for x in [y for y in range(2)]], [x := 5 for _ in range(2)], [n for n in range(2)], n
[fail(x) for x in [1]]
[x for x in fail(2)]
[x for x in 5]
[1 for x in [1] if fail(3)]
(x for x in 5)
next(fail(x) for x in [4])
(x for x in fail(5))
{x: fail(x) for x in [6]}
{[]: 1 for x in [1]}
{[] for x in [1]}
{**{"a": 1}, **{"a": 2}, "b": 3}, [*range(2), *"ab"], (*[1], *[2]), {*[1], *[1]}, [*{}], {**{}}
[*5]
{**5}
{**[1]}
(*None,)
[a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]], [(a, b) for a, b in {"x": 1}.items()], [a for (a, (b, c)) in [(1, (2, 3))]], [x[0] for x[0] in [1]] if False else 0
[a for a, b in [(1,)]]
[lambda: x for x in range(3)][0](), [f() for f in [lambda: x for x in range(3)]], [(lambda x=x: x)() for x in range(3)]
sum(x * y for x in range(3) for y in range(3) if x != y), max((x for x in [3, 1]), default=0), any(x > 1 for x in [1, 2, fail]) if False else 0, "".join(c for c in "abc" if c != "b"), dict((k, v) for v, k in enumerate("ab")), sorted((x, -x) for x in range(2)), all(log.append(x) or x < 2 for x in range(5)), log
[x for x in range(3) if (y := x) > 0], [i if i else -1 for i in range(3)], [i for i in range(5) if not i % 2], [j for i in [[1], [2, 3]] for j in i], [i for i in (1, 2) for i in (i, i * 10)]
type(x for x in ()).__name__, (x for x in ()).__name__, [(lambda: 0).__qualname__ for _ in [1]], (i for i in [1]).gi_frame.f_code.co_name, list(zip(*[[1, 2], [3, 4]])), [*map(str, range(3))], [x for x in "ab" "c"], [x for x in b"ab"]
""")
gen = (log.append(("body", x)) or x for x in (log.append("outer") or [1, 2]))
print(log[-1], next(gen), log[-1], list(gen), log[-1])


class C:
    n = 3
    items = [n for n in range(2)]
    outer = [x for x in range(n)]
    try:
        inner = [n for _ in range(1)]
    except NameError as error:
        print(error)
    generator = list(x for x in range(n))


print(C.items, C.outer, C.inner, C.n, C.generator)
