"""How a class comes to be: namespace, metaclass, keywords, `__set_name__`, `__init_subclass__`."""


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(meta, name, bases, namespace, **kwargs):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        return instance == "honorary"

    def __subclasscheck__(cls, other):
        return other is int

    def __len__(cls):
        return 42

    def __getattr__(cls, name):
        return f"meta getattr {name}"

    def __iter__(cls):
        return iter("meta")

    @property
    def described(cls):
        return f"<{cls.__name__}>"


class A(metaclass=Meta, flag=1):
    x = 1

    def __init__(self, *args):
        self.args = args


class B(A, other=2):
    y = 2


print(A.prepared, type(A).__name__, type(B).__name__, A(1, 2).args)
print(isinstance("honorary", A), isinstance(5, A), isinstance(B.__call__, type), issubclass(int, A), issubclass(B, A))
print(len(A), A.nothing, list(A), A.described)
try:
    A(1).described
except AttributeError as error:
    print(error)


class Registry:
    known = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.known[key] = cls.__name__


class One(Registry, key="one"):
    pass


class Two(One, key="two"):
    pass


class Three(Two):
    pass


print(Registry.known)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Holder:
    first = Named()
    second = Named()

    def __init_subclass__(cls):
        print("init_subclass", cls.__name__, type(cls.tag).__name__)


class Sub(Holder):
    tag = Named()


late = Named()
Holder.late = late


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


class BadName:
    def __set_name__(self, owner, name):
        raise KeyError("refused")


def bad_set_name():
    class Bad:
        attribute = BadName()


attempt(bad_set_name)
attempt(lambda: type("X", (), {}, unexpected=1))
attempt(lambda: type("X", (), {"a": 1}).a)
attempt(lambda: type(5))
attempt(lambda: type(1, 2, 3))
attempt(lambda: type("X", [], {}))
attempt(lambda: type("X", (), []))
attempt(lambda: type("X", ()))
attempt(lambda: type())
attempt(lambda: type("X\0", (), {}))


class M1(type):
    pass


class M2(type):
    pass


class P(metaclass=M1):
    pass


class Q(metaclass=M2):
    pass


def conflict():
    class R(P, Q):
        pass


attempt(conflict)


class M3(M1, M2):
    pass


class S(P, Q, metaclass=M3):
    pass


print(type(S).__name__)


def function_meta(name, bases, namespace, **kwargs):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), kwargs


class NotClass(metaclass=function_meta, z=26):
    a = 1


print(NotClass)


def class_decorator(cls):
    cls.decorated = True
    return cls


@class_decorator
class Decorated:
    """Documented."""


print(Decorated.decorated, Decorated.__doc__, Decorated.__name__, Decorated.__module__, NotClass[0])
Dynamic = type("Dynamic", (Decorated,), dict(value=5, method=lambda self: self.value + 1))
print(Dynamic().method(), Dynamic.__qualname__, Dynamic.__doc__, Dynamic.decorated)
Dynamic.__name__ = "Renamed"
print(Dynamic.__name__, Dynamic.__qualname__, repr(Dynamic))


class Body:
    n = 0
    for n in range(3):
        locals()[f"made_{n}"] = n
    if n == 2:
        chosen = "yes"
    else:
        chosen = "no"
    del n


print(Body.made_2, Body.chosen, hasattr(Body, "n"))
