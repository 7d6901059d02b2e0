from enum import Enum, Flag, nonmember, member, property as eproperty, EnumType, CONFORM, KEEP
import enum
class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(round(Planet.EARTH.gravity, 3), Planet.MARS.value)
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() * (count + 1)
    A = enum.auto(); B = enum.auto()
print([a.value for a in Auto])
class Missing(Enum):
    X = "x"
    @classmethod
    def _missing_(cls, value): return cls.X if value == "y" else None
print(Missing("y"), Enum("Made", "A B C")(2), Enum("Pairs", {"A": 5}).A.value)
class Kept(Flag, boundary=KEEP):
    A = 1
print(Kept(9), Kept(9).value)
class Mixed(str, Enum):
    A = "a"
    def __str__(self): return self.value * 2
print(Mixed.A, repr(Mixed.A), Mixed.A + "b", f"{Mixed.A}")
class Has(Enum):
    A = 1
    helper = nonmember(5)
    @member
    def f(): return 3
print(Has.helper, len(Has), Has.f.value())
try:
    class More(Planet): pass
except TypeError as error: print(error)
