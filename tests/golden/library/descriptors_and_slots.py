class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.name, "unset")
    def __set__(self, o, v): o.__dict__[self.name] = v * 2
    def __delete__(self, o): print("del", self.name); o.__dict__.pop(self.name, None)
class A:
    d = Desc()
    @property
    def p(self): "doc of p"; return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls): return cls.__name__
a = A(); print(a.d); a.d = 5; print(a.d, a.__dict__); del a.d; a.p = 3; print(a.p, A.p.__doc__, A.s(1), a.c(), A.d is A.__dict__["d"]); del a.p
for make in (lambda: a.p, lambda: setattr(A(), "q", 1) or A().q, lambda: setattr(type("R", (), {"r": property(lambda s: 1)})(), "r", 2), lambda: delattr(a, "zz")):
    try: print(make())
    except AttributeError as error: print(error)
class S:
    __slots__ = ("x", "__dict__", "_y")
    x: int
class T(S): __slots__ = ("z",)
t = T(); t.x = 1; t.z = 2; t.w = 3; print(t.x, t.z, t.__dict__, T.__slots__, type(S.x).__name__, S.x.__get__(t))
class U: __slots__ = "only",
for make in (lambda: setattr(U(), "other", 1), lambda: U().only, lambda: U().__dict__, lambda: type("V", (S, U), {}), lambda: type("W", (int,), {"__slots__": ("a",)}), lambda: type("X", (), {"__slots__": ("a",), "a": 1})):
    try: print(make())
    except (AttributeError, TypeError, ValueError) as error: print(type(error).__name__, str(error).splitlines()[0])
