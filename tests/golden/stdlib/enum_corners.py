"""Enums: aliases, auto, flags and their boundaries, lookup, members that misbehave and refusals."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import enum
from enum import *


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def _missing_(cls, value):
        if value == "red":
            return cls.RED
        if value == "bad":
            return 5


print(Color.RED, repr(Color.GREEN), Color(1), Color["CRIMSON"], Color("red"), Color.CRIMSON is Color.RED, list(Color), Color.__members__, len(Color), Color.RED.lower, Color.RED in Color, 1 in Color, "x" in Color)
t(Color, 7)
t(Color, "bad")
t(lambda: Color["NOPE"])
t(lambda: Color.NOPE)
t(setattr, Color, "RED", 5)
t(delattr, Color, "RED")
t(lambda: Color.RED < Color.GREEN)
t(setattr, Color.RED, "name", "x")
t(setattr, Color.RED, "value", "x")
t(lambda: type("Sub", (Color,), {}))
t(lambda: Color.RED + 1)
print(Color.RED == 1, hash(Color.RED) == hash("RED"), bool(Color.RED), f"{Color.RED:>12}", str(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED), Color.RED.__class__, isinstance(Color.RED, Color), reversed(Color).__next__())


class Number(IntEnum):
    ONE = 1
    TWO = 2
    THREE = auto()


print(Number.ONE + 1, Number.THREE, repr(Number.TWO), f"{Number.TWO}", f"{Number.TWO:03d}", Number.TWO == 2, [10, 20, 30][Number.ONE], sorted(Number, reverse=True), Number.ONE < 2, int(Number.TWO), Number(2), str(Number.ONE), "%d" % Number.ONE, Number.ONE.real, Number.TWO.bit_length())


class Text(StrEnum):
    A = auto()
    LONG_NAME = auto()
    C = "see"


print(Text.A, repr(Text.LONG_NAME), Text.C.upper(), Text("see"), Text.A == "a", f"{Text.A:>3}", "".join(Text))
t(lambda: StrEnum("Bad", {"A": 5}))


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.RW), Perm.R & Perm.W, ~Perm.R, Perm.R in Perm.RW, Perm(7), Perm(0), bool(Perm(0)), list(Perm.RW), len(Perm.RW), Perm.RW ^ Perm.R, Perm.R.name, (Perm.R | Perm.X).name, Perm(0).name, list(Perm), Perm["RW"], Perm.R == 4)
t(Perm, 8)
t(lambda: Perm.R | 1)
t(lambda: Perm.R < Perm.W)


class Loose(IntFlag):
    A = 1
    B = 2


print(Loose.A | 8, Loose(9), repr(Loose(0)), Loose.A + Loose.B, ~Loose.A, Loose.A | Loose.B, Loose(-1), 1 in Loose, Loose.B & 3)


class Conforming(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Ejecting(Flag, boundary=EJECT):
    A = 1


class Keeping(Flag, boundary=KEEP):
    A = 1


print(Conforming(7), Ejecting(5), type(Ejecting(5)), Keeping(5), repr(Keeping(4)))


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)

    def __init__(self, mass, radius):
        self.mass = mass

    def __str__(self):
        return f"planet {self.name}"


print(Planet.EARTH, Planet.EARTH.mass, Planet((5.97e24, 6.37e6)))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}-{start}-{count}-{last_values}"

    A = auto()
    B = auto()


print(list(Auto))


def duplicate():
    class D(Enum):
        A = 1
        A = 2


def unique_fails():
    @unique
    class U(Enum):
        A = 1
        B = 1


def reserved():
    class R(Enum):
        mro = 1


def sunder():
    class S(Enum):
        _bad_ = 1


def verified():
    @verify(CONTINUOUS)
    class V(IntEnum):
        A = 1
        B = 3


for function in (duplicate, unique_fails, reserved, sunder, verified):
    t(function)
print(Enum("Animal", "CAT DOG"), list(Enum("Animal", ["CAT", "DOG"], start=5)), list(Enum("Pair", [("A", "x"), ("B", "y")])), Enum("E", {"K": 1}).K)
t(Enum, "Bad", 5)
t(Enum)


class Nested(Enum):
    class Inner:
        pass

    INNER = member(Inner)
    NOT = nonmember(5)
    _ignore_ = ["temp"]
    temp = 1

    def method(self):
        return self.value


print(list(Nested), Nested.NOT, hasattr(Nested, "temp"), isinstance(Nested.INNER.value, type))
print(Color.RED.__reduce_ex__(4)[1], dir(Color)[:3], Color.__doc__, Number.__bases__, global_enum.__name__, Color.RED._value_, Color._member_names_, Color._value2member_map_)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
