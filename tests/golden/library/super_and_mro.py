class A:
    def f(self): return ["A"]
    @classmethod
    def c(cls): return [cls.__name__]
class B(A):
    def f(self): return ["B"] + super().f()
    @classmethod
    def c(cls): return ["B"] + super().c()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super(D, self).f()
    def g(self): return [super().f() for _ in range(2)]
    x = property(lambda self: super(D, self).f())
d = D(); print(d.f(), d.g(), D.c(), d.x, [k.__name__ for k in D.__mro__], super(B, d).f(), super(B, D).f(d), repr(super(B, d))[:30], super(C, d).__thisclass__.__name__)
for make in (lambda: type("X", (A, B), {}), lambda: super(int, d), lambda: super(), lambda: super(D, d).nope, lambda: type("Y", (A, A), {}), lambda: type("Z", (bool,), {}), lambda: type("Q", (1,), {})):
    try: print(make())
    except (TypeError, RuntimeError, AttributeError) as error: print(type(error).__name__, str(error).splitlines()[0])
