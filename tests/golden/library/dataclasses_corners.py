"""Dataclasses: fields, ordering, frozen, slots, inheritance, InitVar, kw_only, replace and errors."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

from dataclasses import *
from typing import ClassVar


@dataclass
class Plain:
    a: int
    b: str = "b"
    c: list = field(default_factory=list, repr=False)
    shared: ClassVar[int] = 5
    d: InitVar[int] = 3

    def __post_init__(self, d):
        self.total = d


p = Plain(1)
print(p, p == Plain(1), p != Plain(2), p.total, p.c is Plain(1).c, [f.name for f in fields(p)], Plain.__match_args__, Plain.__doc__, asdict(p), astuple(p))
t(Plain)
t(Plain, 1, 2, 3, 4, 5)
t(hash, p)
t(lambda: p < p)
t(replace, p, a=5)
t(replace, p, a=5, d=1)
t(replace, p, nothing=5)
t(replace, 5)
t(asdict, 5)
t(fields, 5)


@dataclass(order=True, frozen=True, slots=True, kw_only=True)
class Strict:
    x: int
    y: int = field(default=2, compare=False)
    z: int = field(default=3, init=False)


s = Strict(x=1)
print(s, s < Strict(x=2), s == Strict(x=1, y=9), hash(s) == hash(Strict(x=1)), Strict.__slots__, sorted([Strict(x=2), s])[0].x)
t(Strict, 1)
t(setattr, s, "x", 2)
t(setattr, s, "new", 2)
t(delattr, s, "x")
t(lambda: s < 5)
print(replace(s, y=7), is_dataclass(s), is_dataclass(Strict), is_dataclass(5), hasattr(s, "__dict__"))
t(replace, s, z=1)


def define(**options):
    def with_body(body):
        return dataclass(type("Made", (), body), **options) if options else dataclass(type("Made", (), body))

    return with_body


t(define(), {"__annotations__": {"a": int, "b": int}, "a": 1})
t(define(), {"__annotations__": {"a": list}, "a": []})
t(define(eq=False, order=True), {})
t(define(order=True), {"__lt__": 1})
t(define(frozen=True), {"__setattr__": 1})
t(define(unsafe_hash=True), {"__hash__": lambda self: 1, "__eq__": 1})
t(define(slots=True), {"__slots__": ()})
t(define(weakref_slot=True), {})
t(define(), {"a": field()})
t(field, default=1, default_factory=list)
t(field, nothing=1)
t(define(), {"__annotations__": {"a": KW_ONLY, "b": KW_ONLY}})
t(define(), {"__annotations__": {"a": ClassVar[int]}, "a": field(default_factory=list)})


@dataclass
class Base:
    x: int = 1
    y: int = 2


@dataclass
class Child(Base):
    z: int = 3
    x: int = 10


print(Child(), [f.name for f in fields(Child)], Child(1, 2, 3) == Base(1, 2))


@dataclass(frozen=True)
class FrozenBase:
    a: int = 1


def thaw():
    @dataclass
    class Thawed(FrozenBase):
        pass


def freeze():
    @dataclass(frozen=True)
    class Frozen(Base):
        pass


t(thaw)
t(freeze)


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int


print(Mixed(1, c=2), Mixed.__match_args__)
t(Mixed, 1)
t(Mixed, 1, 2)


@dataclass(repr=False, eq=False, init=False, match_args=False)
class Nothing:
    a: int = 1


print(Nothing().a, Nothing() == Nothing(), hasattr(Nothing, "__match_args__"))


@dataclass
class Recursive:
    me: object = None
    many: dict = field(default_factory=dict)


r = Recursive()
r.me = r
print(r)
print(asdict(Recursive(Recursive(), {1: [Recursive()]})), asdict(Base(), dict_factory=list), astuple(Recursive((1, Base())), tuple_factory=list))
M = make_dataclass("M", ["a", ("b", int), ("c", int, field(default=3))], bases=(Base,), namespace={"twice": lambda self: self.c * 2}, order=True) if False else make_dataclass("M", [("b", int), ("c", int, field(default=3))], namespace={"twice": lambda self: self.c * 2})
print(M(1), M(1).twice(), M.__module__)
t(make_dataclass, "N", ["a", "a"])
t(make_dataclass, "N", ["class"])
t(make_dataclass, "N", [5])
f = fields(Plain)[1]
print(f.name, f.default, f.type, f.init, f.kw_only, f.default_factory is MISSING, f.metadata, repr(f)[:30])
t(f.metadata.__setitem__ if hasattr(f.metadata, "__setitem__") else (lambda *a: "mappingproxy"), 1, 2)
match Plain(1, "q"):
    case Plain(1, b=what):
        print(what)
