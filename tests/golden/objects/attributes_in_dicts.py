"""Attributes of objects whose attributes lie in a dict: instances of subclasses of built-in classes, and those whose `__dict__` was asked for."""

import copy


class Base:
    kind = "base"

    def who(self):
        return "base", self.name

    def shown(self, extra="-"):
        return self.kind, extra

    @property
    def prop(self):
        return "prop", self.name

    @classmethod
    def made(cls):
        return cls.__name__

    @staticmethod
    def free():
        return "free"


class L(Base, list):
    pass


class D(Base, dict):
    pass


class S(Base, str):
    pass


class E(Base, ValueError):
    pass


class I(Base, int):
    pass


class P(Base):
    pass


def fresh(cls):
    made = cls()
    made.name = cls.__name__
    if cls is P:
        made.__dict__["more"] = 1
    return made


def look(o):
    return o.name, o.kind, o.who(), o.shown(), o.shown("x"), o.prop, o.made(), o.free(), len(o.__dict__)


def change(o, value):
    o.name = value
    o.extra = value
    return o.name, o.extra


objects = [fresh(cls) for cls in (L, D, S, E, I, P)]
for _ in range(3):
    for o in objects:
        print(look(o))
for o in objects:
    print(change(o, "changed"), change(o, "again"), sorted(o.__dict__))
for o in objects:
    o.who = lambda: "own who"
    o.kind = "own kind"
    print(look(o))
    del o.who
    del o.kind
    print(look(o))
Base.who = lambda self: ("another", self.name)
Base.kind = "another kind"
for o in objects:
    print(look(o))
Base.prop = "no property"
Base.free = classmethod(lambda cls: ("class", cls.__name__))
for o in objects:
    print(look(o))
for o in objects:
    o.__dict__ = {"name": "replaced", "prop": 5}
    print(look(o))
    o.__dict__.clear()
    try:
        look(o)
    except AttributeError as error:
        print(error)
    o.__dict__["na" + "me"] = "by key"
    o.__dict__[3] = 4
    print(o.name, o.who(), o.__dict__)


def missing(o):
    return o.nothing


for _ in range(2):
    for o in objects:
        try:
            missing(o)
        except AttributeError as error:
            print(error, error.name)
        try:
            o.nothing()
        except AttributeError as error:
            print(error)


class Data:
    def __get__(self, instance, owner):
        return "data", instance is None

    def __set__(self, instance, value):
        print("sets", value)


class NonData:
    def __get__(self, instance, owner):
        return "nondata", instance is None


class WithDescriptors(dict):
    data = Data()
    plain = NonData()


w = WithDescriptors()
w.x = 1
w.__dict__.update(data="own", plain="own")
for _ in range(3):
    print(w.data, w.plain, w.x)
    w.data = 5
del w.__dict__["plain"]
print(w.data, w.plain)


class Hooked(list):
    def __getattr__(self, name):
        return "hook " + name


h = Hooked()
h.x = 1
for _ in range(3):
    print(h.x, h.y)
h.y = 2
print(h.x, h.y)


class Guarded(list):
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


g = Guarded()
for i in range(3):
    g.x = i
print(g.x)


class Slotted(list):
    __slots__ = ("a", "__dict__")


s = Slotted()
for i in range(3):
    s.a = i
    s.b = i
    print(s.a, s.b, s.__dict__)
o = P()
o.name = "first"
c = copy.copy(o)
for _ in range(3):
    print(c.name, c.who(), c.kind)
    c.name = "second"
print(o.name)
calls = {"n": 0}


class Counted(dict):
    def inc(self, by=1, *, twice=False):
        calls["n"] += by * (2 if twice else 1)
        return calls["n"]


k = Counted()
k.attr = len
for _ in range(3):
    print(k.inc(), k.inc(2), k.inc(by=3), k.inc(twice=True), k.attr([1, 2]), k.setdefault("a", 1), k.get("b"))
f = k.inc
print(f(), f(1))
for n in (5, -3, 2.5, True):
    for _ in range(2):
        print(n.real, n.conjugate(), n.is_integer(), n.as_integer_ratio())
print([n.bit_length() for n in (0, 1, 255, -256)], [(5).__add__(n) for n in (1, 2)], (2.5).hex(), [x.is_integer() for x in (1.0, 1.5)])
for x in (1, 1.5, 2**70, True):
    try:
        print(x.bit_length())
    except AttributeError as error:
        print(error)
