"""Counter: arithmetic, zero and negative counts, odd keys and arguments."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from collections import Counter

c = Counter("abracadabra")
n = Counter(a=3, b=-2, c=0)


class Strange(Counter):
    pass


ask("""
c, c.most_common(2), c.most_common(0), c.most_common(), c["zz"], "zz" in c, c.total(), Counter(), Counter(None), Counter([1, 1.0, True])
c.most_common(-1), c.most_common("x") if False else 0
sorted(c.elements()), list(n.elements()), n.total(), +n, -n, repr(n), Counter({"x": "not a number"})
Counter(5)
Counter(1, 2)
Counter([[]])
Counter(a=1) + Counter(a=-1), n + n, n - Counter(b=-5), n | Counter(b=1), n & Counter(a=1, b=5, d=2), Counter(a=3) - Counter(a=3)
n == Counter(a=3, b=-2), n == Counter(a=3, b=-2, c=0, d=0), n != Counter(), n == {"a": 3, "b": -2, "c": 0}, n <= Counter(a=5), n < n, Counter(a=1) >= Counter(), Counter(a=1) > Counter(b=1)
n + 5
n < 5
n <= {"a": 5}
n - {"a": 1}
n.__iadd__(Counter(b=9, d=-4)), n.__isub__(Counter(a=1)), n.__ior__(Counter(q=2)), n.__iand__(Counter(a=1, q=9))
n.update("aab"), n, n.update({"a": 10}), n, n.update(a=-5, z=1), n, n.update(), n.update(None), n
n.update(5)
n.subtract("az"), n, n.subtract({"a": 1}), n.subtract(q=1), n, n.subtract(), n
n.subtract([[]])
n.__delitem__("nope"), n.pop("q"), n.pop("nope", 7), n.setdefault("k", 2), n
n.pop("nope")
Counter.fromkeys("ab")
Strange("aab"), Strange("a") + Strange("b"), type(Strange("a").copy()), type(+Strange("a")), Strange("a").__reduce__()
Counter("ab") | Counter("b") & Counter("a"), Counter("ab") ^ Counter("b")
Counter(a=1) | {"a": 1}
c.copy() == c, c.copy() is c, dict(c), list(c), c.keys() & {"a"}, Counter({1: 2})[1], Counter({"b": 1, "a": 1}).most_common()
Counter(**{"self": 1, "iterable": 2}), Counter({"a": 1.5, "b": 2}).total(), Counter({"a": 1.5}).most_common()
list(Counter({"a": 1.5}).elements())
Counter(a="x") + Counter(a="y")
hash(c)
""")
