"""partial, partialmethod, placeholders."""
from functools import partial, partialmethod, Placeholder as _

def f(*args, **kw):
    return args, kw
p = partial(f, 1, 2, a=3)
print(p(), p(4, b=5), p(a=9), p.func is f, p.args, p.keywords)
q = partial(p, 7, c=1); print(q(8), q.args, q.keywords, q.func is f)
r = partial(f, _, 2, _, 4); print(r(1, 3), r(1, 3, 5, k=6), r.args)
s = partial(r, 10); print(s(30), s.args)
print(partial(int, base=2)("101"), partial(print, 1, sep="-"), repr(partial(len)).startswith("functools.partial(<built-in"))
p.note = 1; print(p.__dict__, p.note)
class C:
    def m(self, a, b=0):
        return (a, b)
    one = partialmethod(m, 1)
    two = partialmethod(m, b=2)
    three = partial(f, 3)
print(C().one(), C().one(5), C().two(7), C().three(1)[0][0], C.three(1))
for g in (lambda: partial(), lambda: partial(3), lambda: partial(f, _), lambda: r(), lambda: r(1), lambda: partial(f, a=_)):
    try:
        print(g())
    except TypeError as e:
        print(e)
print(p.__reduce__()[1][0] is f, _, type(_).__name__)
