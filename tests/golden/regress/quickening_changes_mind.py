"""The same code sees one type for long, then another: specialised instructions must go back."""


def add(a, b):
    return a + b


def less(a, b):
    return a < b


def item(a, i):
    return a[i]


def attribute(o):
    return o.x


def call(f, x):
    return f(x)


def method(o, x):
    return o.m(x)


def iterate(items):
    out = []
    for i in items:
        out.append(i)
    return out


def store(o, v):
    o.x = v
    return o.x


class A:
    x = "class A"

    def __init__(self):
        self.x = "a"

    def m(self, v):
        return f"A.m {v}"


class B:
    def __init__(self):
        self.y = 1
        self.x = "b"

    def m(self, v):
        return f"B.m {v}"


class C:
    @property
    def x(self):
        return "property"

    @x.setter
    def x(self, v):
        print("set", v)

    m = staticmethod(lambda v: f"static {v}")


class D:
    def __getattr__(self, name):
        return (lambda v: f"dynamic {v}") if name == "m" else f"dynamic {name}"


class Slots:
    __slots__ = ("x",)

    def __init__(self):
        self.x = "slot"

    def m(self, v):
        return f"slots {v}"


rounds = 0
for _ in range(3):
    for a, b in ((1, 2), (1.5, 2), ("a", "b"), ([1], [2]), (2 ** 60, 1), (True, 1), ((1,), (2,)), (1, 2.5)):
        for _ in range(40):
            result = add(a, b), less(a, b)
        rounds += 1
        if rounds <= 8:
            print(result)
for container, key in (([1, 2], 0), ((3, 4), 1), ("xy", 0), ({"k": 5}, "k"), (range(9), 3), (b"z", 0), ([7, 8], True), ({0: 1}, 0)):
    for _ in range(40):
        result = item(container, key)
    print(result, end=" ")
print()
for o in (A(), B(), C(), D(), Slots(), A):
    for _ in range(40):
        result = attribute(o)
    print(result, end=" ")
print()
for f in (str, len, lambda x: x * 2, A().m, A.m.__get__(5), "abc".count, list, repr, type("K", (), {"__init__": lambda s, x: None, "__repr__": lambda s: "K"})):
    for _ in range(40):
        result = call(f, "ab")
    print(result, end=" ")
print()
for o in (A(), B(), C(), D(), Slots()):
    for _ in range(40):
        result = method(o, 1)
    print(result, end=" ")
print()
for items in ([1, 2], (3, 4), range(2), "ab", {5: 6}, {7}, (x for x in (8,)), iter([9]), zip([1], [2]), map(str, [1])):
    print(iterate(items), end=" ")
print()
for o in (A(), B(), Slots(), A):
    for i in range(40):
        result = store(o, i)
    print(result, end=" ")
print(store(C(), 1))
# The class changes under the cache.
a = A()
print([method(a, 1) for _ in range(30)][-1])
A.m = lambda self, v: f"replaced {v}"
print(method(a, 2))
a.m = lambda v: f"instance {v}"
print(method(a, 3))
del a.m
print(method(a, 4))
del A.m
try:
    method(a, 5)
except AttributeError as error:
    print(error)
del a.x
print(attribute(a))
A.x = property(lambda self: "now a property")
print(attribute(a))
A.__getattr__ = lambda self, name: f"late getattr {name}"
del A.x
print(attribute(a), method.__name__)


def uses_global():
    return GLOBAL, len("abc")


GLOBAL = 1
print([uses_global() for _ in range(30)][-1])
GLOBAL = "changed"
print(uses_global())
len = lambda x: "shadowed"
print(uses_global())
del len
print(uses_global())
del GLOBAL
try:
    uses_global()
except NameError as error:
    print(error)


class Base:
    def who(self):
        return "Base"


class Derived(Base):
    pass


d = Derived()
print([d.who() for _ in range(30)][-1])
Derived.who = lambda self: "Derived"
print(d.who())
del Derived.who
Base.who = lambda self: "new Base"
print(d.who())
Derived.__bases__ = (type("Other", (), {"who": lambda self: "Other"}),)
print(d.who())
d.__class__ = B
print(d.m(1))


def overflow(n):
    total = 2 ** 50 - 50
    for i in range(n):
        total += i
    return total


print(overflow(5), overflow(30), overflow(5))
print([f"{add(x, x)}" for x in (1, 2 ** 49, 2 ** 50, 1.5, "s")])
