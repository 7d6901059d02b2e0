"""`*` and `**` parameters that get what nothing else takes."""


def only(**k):
    return k


def one(a, **k):
    return a, k


def both(*a, **k):
    return a, k


def all_of(x, /, y, *a, **k):
    return x, y, a, k


def keyed(a, *, b=1, **k):
    return a, b, k


class C:
    def method(self, **k):
        return k

    def __init__(self, *a, **k):
        self.a, self.k = a, k


d = {"p": 1, "q": 2}
print(only(), only(a=1), only(**d), only(a=0, **d), only(**{}), list(only(z=1, b=2, a=3)))
print(one(1), one(1, b=2), one(a=1, b=2), one(b=2, a=1), one(1, **d), one(**{"a": 5, "k": 6}))
print(both(), both(1), both(1, 2, x=3), both(*[1, 2], **d), both(a=1, k=2), both(*"abc", self=1))
print(all_of(1, 2), all_of(1, 2, 3, 4, z=5), all_of(1, y=2), all_of(1, 2, x=3), all_of(1, y=2, x=3, k=4), all_of(1, 2, 3, a=4))
print(keyed(1), keyed(1, c=2), keyed(1, b=2, c=3), C().method(a=1, **d), C(1, 2, n=3).a, C(1, 2, n=3).k)


class Text(str):
    pass


key = "".join(["dyn", "amic"])
got = only(**{key: 1, Text("own"): 2})
print(got, got["dynamic"], sorted(map(str, got)))
first, second = only(**d), only(**d)
first["p"] = 9
print(first, second, d)
for call in (
    lambda: one(), lambda: one(1, a=2), lambda: one(b=1), lambda: only(1), lambda: only(1, a=2), lambda: one(1, 2, b=3), lambda: all_of(1),
    lambda: all_of(1, 2, y=3), lambda: all_of(x=1, y=2), lambda: keyed(b=1), lambda: only(**{1: 2}), lambda: only(a=1, **{"a": 2}),
    lambda: C().method(self=1), lambda: C().method(1), lambda: one(*[1, 2]), lambda: keyed(1, 2, c=3),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
many = {f"n{i}": i for i in range(40)}
print(len(only(**many)), len(both(*range(30), **many)[1]), both(*range(30), **many)[0][-1], one(1, **many)[1]["n39"])
