# Operators, items, properties and super of classes made in Python, called again and again.
def f(a, b=2, *, c=3): return (a, b, c)
print(f(1), f(1, c=9), f(a=4, c=1), f(1, 2, c=3))
for args, kw in (((), {}), ((1,2,3), {}), ((1,), {'a': 2}), ((1,), {'z': 2})):
    try: print(f(*args, **kw))
    except TypeError as e: print(e)
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        if isinstance(o, int): return V(self.x + o)
        return NotImplemented
    def __radd__(self, o): return V(o * 100 + self.x)
    def __iadd__(self, o):
        if o == 3: return NotImplemented
        self.x += 1000; return self
    def __neg__(self): return V(-self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return self.x > 0
    def __getitem__(self, i):
        if i == 5: raise IndexError(i)
        return i * 2
    def __setitem__(self, i, v): self.x = (i, v)
    def __repr__(self): return f"V({self.x})"
    @property
    def p(self): return self.x
    @p.setter
    def p(self, v): self.x = v
    @staticmethod
    def s(a): return a
    @classmethod
    def k(cls, a): return cls, a
    def __call__(self, *a, **k): return a, k
def run():
    v = V(1)
    for i in range(3):
        print(v + V(2), v + 5, 7 + v, 1.5 + v, -v, v == V(1), v != V(1), v < V(3), v > 1, v[3], v[i])
        try: v + 'x'
        except TypeError as e: print(e)
        try: v < 3
        except TypeError as e: print(e)
        try: v[5]
        except IndexError as e: print('index', e, e.__traceback__.tb_next.tb_lineno - e.__traceback__.tb_lineno)
        w = V(2); w += 3; print(w); w += 4; print(w)
        w[1] = 3; print(w); w.p = 7; print(w.p, w)
        print(w.s(3), w.k(4), V.s(5), V.k(6), w(1, a=2))
        if v > 3: print('yes')
        while w > V(0):
            w = V(0)
run()
class A:
    def m(self, x): return ('A', x)
class B(A):
    def m(self, x): return ('B', super().m(x))
class C(A):
    def m(self, x): return ('C', super().m(x))
class D(B, C):
    def m(self, x): return ('D', super().m(x))
for o in (B(), D(), B(), C()): print(o.m(1))
