"""Each `float("nan")` is an object of its own: identical to itself, equal to nothing."""

a, b = float("nan"), float("nan")
print(a is a, a is b, a == a, a != a, float(a) is a)
print(a in [a], a in [b], [a] == [a], [a] == [b], (a,) == (a,), [a, b, a].count(a), [b, a].index(a))
d = {a: 1, b: 2}
print(d, d[a], d[b], d.get(float("nan")), len({a, a, b}), a in d)
print(a + 1, -a, a * 0, abs(a), max(a, 1), max(1, a), sorted([2, 1]), a < 1, a >= 1)
print({a} == {a}, {a} == {b}, repr(a), str(b), f"{a:.2f}", "%g" % b, hash(a) == hash(a))
inf = float("inf")
print(inf - inf, (inf - inf) == (inf - inf), int is int)
for function in int, round:
    try:
        function(a)
    except ValueError as error:
        print(error)


class Float(float):
    pass


f = Float("nan")
print(f, f == f, f in [f], float(f) == f)
