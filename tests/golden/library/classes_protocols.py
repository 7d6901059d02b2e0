class Meta(type):
    def __call__(cls, *args): print("call", args); return super().__call__(*args)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __getattr__(cls, name): return f"meta {name}"
    def __len__(cls): return 42
    def __iter__(cls): return iter("ab")
    @classmethod
    def __prepare__(meta, name, bases, **k): print("prepare", name, k); return {"extra": 1}
    def __new__(meta, name, bases, ns, **k): return super().__new__(meta, name, bases, dict(ns))
    def __init__(cls, *a, **k): pass
class C(metaclass=Meta, option=3):
    def __init__(self, *a): self.a = a
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
    def __set_name__(self, owner, name): print("named", name)
    def __class_getitem__(cls, k): return ("item", k)
    def __getattr__(self, n): return n.upper() if n != "zz" else super().__getattribute__(n)
    def __call__(self, x): return x + 1
    def __contains__(self, x): return x == 3
    def __bool__(self): return False
    def __index__(self): return 2
    def __format__(self, s): return f"<{s}>"
    def __missing__(self, k): return k
    def __eq__(self, o): return NotImplemented
    def __hash__(self): return 7
    def __reversed__(self): return "rev"
    def __round__(self, n=None): return ("round", n)
    def __enter__(self): return self
    def __exit__(self, *a): return True
c = C(1)
print(isinstance(5, C), issubclass(int, C), C.nothing, len(C), list(C), C.extra, C[3], c.foo, c(1), 3 in c, bool(c), [10, 20, 30][c], f"{c:x}", c == 1, hash(c), reversed(c), round(c), round(c, 2), bin(c))
class D(C, flag=1): x = C()
with c: 1 / 0
try: c.zz
except AttributeError as error: print(str(error))
print(D.__mro__[0].__name__, D.__bases__[0].__name__, D.__qualname__, type(D).__name__, "x" in vars(D), C.__subclasses__() if False else "")
