"""`mro()` that assigns bases while bases are assigned: a cycle is refused, nothing loops."""


class Meta(type):
    ready = False

    def mro(cls):
        if Meta.ready:
            if cls.__name__ == "B1":
                B2.__bases__ = (B1,)
            if cls.__name__ == "B2":
                B1.__bases__ = (B2,)
        return type.mro(cls)


class A(metaclass=Meta):
    pass


class B1(A):
    pass


class B2(A):
    pass


Meta.ready = True
try:
    B1.__bases__ += ()
except TypeError as error:
    print(error)
Meta.ready = False
print(B1.__mro__, B2.__mro__)


class Self(type):
    """Its `mro()` gives the class other bases than those being assigned."""

    def mro(cls):
        if cls.__name__ == "D" and not cls.__dict__.get("done", True):
            cls.done = True
            cls.__bases__ = (Y,)
        return type.mro(cls)


class X(metaclass=Self):
    pass


class Y(metaclass=Self):
    pass


class D(X):
    done = True


D.done = False
D.__bases__ = (X,)
print(D.__bases__, D.__mro__)
