import weakref, gc
class A: pass
a = A(); log = []
r = weakref.ref(a, lambda ref: log.append("gone"))
p = weakref.proxy(a); a.x = 5
print(r() is a, p.x, weakref.getweakrefcount(a) >= 1, r == weakref.ref(a), hash(r) == hash(a))
w = weakref.WeakValueDictionary(k=a); k = weakref.WeakKeyDictionary({a: 1}); s = weakref.WeakSet([a])
print(list(w), list(k.values()), len(s), a in s)
f = weakref.finalize(a, log.append, "final"); print(f.alive)
m = weakref.WeakMethod(A.__str__.__get__(a)) if False else None
for make in (lambda: weakref.ref(1), lambda: weakref.ref("s"), lambda: hash(weakref.proxy(a))):
    try: make()
    except TypeError as error: print(error)
