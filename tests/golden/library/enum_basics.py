from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    ALSO = 1
    def shout(self): return self.name + "!"
print(Color.RED, repr(Color.GREEN), Color("b"), Color["RED"], Color.ALSO is Color.RED, list(Color), Color.BLUE.shout(), len(Color), Color.RED in Color, 1 in Color)
print(list(Color.__members__.items()), Color.RED == 1, isinstance(Color.RED, Color), {Color.RED: 1}[Color.ALSO])
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R | P.X, P.RW & P.W, ~P.R, P.RW ^ P.R, bool(P.R & P.W), list(P.RW), P(5), P.R in P.RW, P(0))
class N(IntEnum):
    A = 1; B = 2
print(N.A + 1, N.B > N.A, f"{N.A}", N(2), sorted([N.B, N.A]), N.A.bit_length())
class S(StrEnum):
    ONE = auto(); TWO = "two!"
print(S.ONE, S.ONE == "one", S.TWO.upper(), "%s" % S.TWO)
for make in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 3), lambda: Color.RED.nope, lambda: P(64)):
    try: print(make())
    except (ValueError, KeyError, AttributeError) as error: print(type(error).__name__, error)
try:
    @unique
    class D(Enum):
        A = 1; B = 1
except ValueError as error: print(error)
