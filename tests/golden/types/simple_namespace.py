"""`types.SimpleNamespace` without importing `types`."""

import sys

Namespace = type(sys.implementation)
print(Namespace.__name__, Namespace.__module__)


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


n = Namespace(a=1, b="x")
print(n, n == Namespace(a=1, b="x"), n != Namespace(a=1), n == 1)
print(Namespace({"q": 1}, r=2), Namespace([("a", 1)]), Namespace({}, a=5), Namespace())
n.me = n
n.items = [n]
print(n)
del n.items, n.me
print(sorted(vars(n).items()), n.__reduce__())
attempt(Namespace, 1, 2)
attempt(Namespace, {1: 2})
attempt(Namespace, 5)
attempt(lambda: n < n)
attempt(hash, n)
attempt(lambda: n.missing)
print(n.__replace__(b=2, c=3), n)
attempt(n.__replace__, 1)


class Sub(Namespace):
    extra = 1


s = Sub(z=1)
print(s, s.extra, s == Namespace(z=1), type(s.__replace__(z=2)).__name__)
