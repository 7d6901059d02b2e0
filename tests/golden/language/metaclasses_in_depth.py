"""Metaclasses: __prepare__, __call__, conflicts, __init_subclass__, __instancecheck__, mro() and their errors."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class Recording(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  body sets", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print("prepare", name, [b.__name__ for b in bases], keywords)
        return Recording()

    def __new__(mcs, name, bases, namespace, **keywords):
        print("new", name, keywords)
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **keywords):
        print("call", cls.__name__, args)
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        return instance == "pretend"

    def __subclasscheck__(cls, other):
        return other is int

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __iter__(cls):
        return iter("abc")

    def __contains__(cls, item):
        return item == "in"

    def __repr__(cls):
        return f"<meta {cls.__name__}>"

    def __eq__(cls, other):
        return other == "equal"

    def __hash__(cls):
        return 1

    def __bool__(cls):
        return False


class A(metaclass=Meta, option=1):
    x = 1
    y = 2

    def __init__(self, *args):
        print("A.__init__", args)


a = A(1, 2)
print(isinstance("pretend", A), isinstance(a, A), isinstance("no", A), issubclass(int, A), issubclass(A, A), len(A), A["k"], list(A), "in" in A, A, A == "equal", bool(A), {A: 1}[A] if False else "")


class B(A, other=2):
    z = 3


class Other(type):
    pass


class X(metaclass=Other):
    pass


t(lambda: type("Conflict", (A, X), {}))
t(lambda: type("Bad", (5,), {}))
t(lambda: type("Bad", (int, str), {}))
t(lambda: type("Bad", (bool,), {}))
t(lambda: type("Bad", (type(None),), {}))
t(lambda: type("Bad", (int, int), {}))
t(lambda: type("Bad", (object, int), {}))
t(lambda: type(5, (), {}))
t(lambda: type("B", [], {}))
t(lambda: type("B", (), []))
t(lambda: type("B", ()))
t(lambda: type())
t(lambda: type("a\0b", (), {}))
t(lambda: type("B", (), {"__slots__": 5}))
t(lambda: type("B", (), {"__slots__": ["1a"]}))
t(lambda: type("B", (), {"__slots__": ["a"], "a": 1}))
t(lambda: type("B", (int,), {"__slots__": ["a"]}))
t(lambda: type("B", (), {"__slots__": ["__dict__", "__dict__"]}))
t(lambda: type("B", (), {"__classcell__": 5}))
t(lambda: type("B", (), {"__qualname__": 5}))
t(lambda: type("B", (), {}, extra=1))


class Base:
    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        print("subclass", cls.__name__, tag)


class Child(Base, tag="t"):
    pass


t(lambda: type("Wrong", (Base,), {}, unknown=1))


class Shuffled(type):
    def mro(cls):
        order = super().mro()
        return order[:1] + order[:0:-1] if cls.__name__ == "S" else order


try:

    class S(metaclass=Shuffled):
        pass

    print([c.__name__ for c in S.__mro__])
except TypeError as error:
    print(error)


class BadMro(type):
    answer = None

    def mro(cls):
        return BadMro.answer


for answer in (5, [5], [], [int]):
    BadMro.answer = answer
    t(lambda: BadMro("M", (), {}).__mro__[-1].__name__ if True else 0)


def function_as_metaclass(name, bases, namespace, **keywords):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")), keywords)


class F(int, metaclass=function_as_metaclass, key="word"):
    attribute = 1


print(F)


class WithEntries:
    def __mro_entries__(self, bases):
        return (dict,) if len(bases) == 1 else ()


class G(WithEntries()):
    pass


print(G.__mro__[1].__name__, type(G.__orig_bases__[0]).__name__)
t(lambda: type("H", (WithEntries(),), {}))
t(setattr, G, "__bases__", ())
t(setattr, G, "__bases__", 5)
t(setattr, G, "__name__", 5)
t(setattr, int, "x", 5)
t(delattr, int, "real")
t(setattr, G(), "__class__", int)
t(setattr, G(), "__class__", 5)
G.__name__ = "Renamed"
print(G.__name__, G.__qualname__, G.__module__, G.__dict__.keys() >= {"__doc__"})
