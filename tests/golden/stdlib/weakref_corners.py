"""Weak references, proxies, weak containers and finalizers whose objects stay alive."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import weakref
from weakref import WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, proxy, ref


class C:
    def __init__(self, n=0):
        self.n = n

    def method(self):
        return self.n

    def __len__(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, C) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __add__(self, other):
        return self.n + other

    def __iter__(self):
        return iter([self.n])

    def __call__(self):
        return "called"


class Slotted:
    __slots__ = ()


a, b = C(1), C(2)
print(ref(a)() is a, ref(a) == ref(b), hash(ref(a)) == hash(a), ref(a).__callback__, type(ref(a)))
for value in (5, "x", (), [], {}, None, object(), Slotted(), int(5), len.__class__):
    t(ref, value) if value is not len.__class__ else None
t(ref)
t(ref, a, 1, 2)
t(setattr, ref(a), "x", 1)
p = proxy(a)
print(p.n, len(p), p.method(), p + 1, list(p), p == a, bool(p), p.__class__, isinstance(p, C), type(p), p())
print(p != b)
t(hash, p)
t(proxy, 5)
t(lambda: p.nothing)
t(lambda: p[0])
d = WeakValueDictionary(a=a)
d["b"] = b
print(sorted(d), d["a"] is a, len(d), d.get("zz"), d.pop("b") is b, "a" in d, list(d.items())[0][0], d.setdefault("q", b) is b, d.valuerefs()[0]() is a, d | {"z": a} == d)
t(d.__setitem__, "x", 5)
t(lambda: d["missing"])
k = WeakKeyDictionary({a: "A"})
k[b] = "B"
print(len(k), k[a], a in k, 5 in k, list(k.values()), k.keyrefs()[0]() is a, k.pop(a), len(k))
t(k.__setitem__, 5, 1)
s = WeakSet([a])
s.add(b)
print(len(s), a in s, 5 in s, s == WeakSet([b, a]), s | {a} == s, s - s, s.issubset(s), s.pop().n, len(s))
t(s.add, 5)
m = WeakMethod(a.method)
print(m()() == a.n, m == WeakMethod(a.method), m != WeakMethod(b.method), type(m).__name__)
t(WeakMethod, len)
t(WeakMethod, C.method)
f = finalize(a, lambda *args: args, 1, 2)
print(f.alive, f.atexit, f.peek()[2], f.detach()[2], f.alive, f.peek(), f())
f = finalize(a, lambda x: x * 2, 21)
print(f(), f(), f.alive)
t(finalize, 5, print)
t(finalize)
