"""Weak references that live, die, call back; proxies; weak containers."""
import weakref, gc

class C:
    def __init__(self, n): self.n = n
    def hello(self): return f"hello {self.n}"
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return 7
    def __len__(self): return 3
    def __add__(self, o): return self.n + o

def make(n):
    return C(n)
c = make(1)
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), weakref.getweakrefcount(c), r == weakref.ref(make(2)), hash(r) == hash(c), r.__callback__, type(r).__name__)
p = weakref.proxy(c)
print(p.n, p.hello(), len(p), p + 5, p == c, bool(p), isinstance(p, C))
p.n = 10; print(c.n)
d = weakref.WeakValueDictionary(); d["k"] = c; print(d["k"] is c, len(d), list(d.keys()))
k = weakref.WeakKeyDictionary(); k[c] = "v"; print(k[c], len(k), c in k)
s = weakref.WeakSet([c]); print(c in s, len(s))
m = weakref.WeakMethod(c.hello); print(m()())
f = weakref.finalize(c, print, "finalized"); print(f.alive)
for bad in (lambda: weakref.ref(1), lambda: weakref.ref("x"), lambda: weakref.ref(), lambda: weakref.ref(c, None, 3), lambda: weakref.proxy(None), lambda: weakref.ref([])):
    try:
        print(bad())
    except TypeError as e:
        print(e)
print(repr(r).startswith("<weakref at 0x"), "to 'C' at" in repr(r))
f.detach()
class Node:
    pass
