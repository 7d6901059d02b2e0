def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
def g(a, /, b, *, c): return a, b, c
print(f(1, c=3), f(1, 2, 3, *[4, 5], c=6, **{"z": 7}), f(*"ab", **{"c": 1, "d": 2}), g(1, b=2, c=3), [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2), {*[1, 2], 2})
a, *b, (c, *d), e = 1, 2, 3, (4, 5, 6), 7; print(a, b, c, d, e)
*x, = "abc"; [y, z] = {1: 2, 3: 4}; print(x, y, z)
for make in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: g(1, 2, 3), lambda: g(a=1, b=2, c=3), lambda: g(1, 2), lambda: f(1, c=1, **{"c": 2}), lambda: f(1, **{1: 2}), lambda: f(*1), lambda: f(**1), lambda: (lambda: 0)(1), lambda: len(), lambda: len(1, 2), lambda: print(zz=1), lambda: "".join(), lambda: int(x=1), lambda: dict(1), lambda: sorted(), lambda: [].append()):
    try: print(make())
    except TypeError as error: print(error)
for source in ["a, b = 1", "a, b = 1, 2, 3", "a, *b, c = 1,", "(a, b), c = 1, 2", "a, b = {1}"]:
    try: exec(source)
    except (TypeError, ValueError) as error: print(error)
