"""Method resolution order, and the refusals of it."""


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B", *super().who()]


class C(A):
    def who(self):
        return ["C", *super().who()]


class D(B, C):
    def who(self):
        return ["D", *super().who()]


print([k.__name__ for k in D.__mro__], D().who(), D.mro() == list(D.__mro__))
print(D.__bases__, D.__base__, A.__bases__, object.__bases__)


def attempt(name, bases, **kwargs):
    try:
        print(type(name, bases, {}, **kwargs).__mro__)
    except TypeError as error:
        print(error)


class X(A, metaclass=type):
    pass


attempt("Bad", (A, B))
attempt("Bad", (B, C, A, object))
attempt("Same", (A, A))
attempt("NotClass", (1,))
attempt("NotClass", ("x", A))
attempt("Bool", (bool,))
attempt("NoneType", (type(None),))
attempt("Function", (type(attempt),))
attempt("Layout", (int, str))
attempt("Layout", (list, dict))
attempt("Order", (object, A))
attempt("Keyword", (A,), answer=42)


class E(B):
    pass


class F(C):
    pass


class G(E, F, D):
    pass


print([k.__name__ for k in G.__mro__])
try:
    class H(D, G):
        pass
except TypeError as error:
    print(error)

# Changing bases at run time.
class P:
    kind = "p"


class Q:
    kind = "q"


class R(P):
    pass


r = R()
print(r.kind)
R.__bases__ = (Q,)
print(r.kind, [k.__name__ for k in R.__mro__], P.__subclasses__(), [k.__name__ for k in Q.__subclasses__()])
try:
    R.__bases__ = ()
except TypeError as error:
    print(error)
try:
    R.__bases__ = (R,)
except TypeError as error:
    print(error)


class Meta(type):
    def mro(cls):
        order = super().mro()
        print("mro of", cls.__name__)
        return order


class M(metaclass=Meta):
    pass


class N(M):
    pass


print(issubclass(N, M), isinstance(N(), M), issubclass(M, N))
print(issubclass(D, (str, A)), isinstance(D(), (int, (str, A))))
for wrong in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1, (int, 5)),
              lambda: isinstance("x", (int, 5))):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


# __mro_entries__
class Entry:
    def __mro_entries__(self, bases):
        return (A,)


class Entered(Entry()):
    pass


print(Entered.__bases__, type(Entered.__orig_bases__[0]).__name__)
