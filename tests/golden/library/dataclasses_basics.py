from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass, is_dataclass
@dataclass(order=True)
class P:
    x: int
    y: float = 2.0
    tags: list = field(default_factory=list, compare=False, repr=False)
print(P(1), P(1) == P(1, 2.0, [3]), P(1) < P(2), asdict(P(1)), astuple(P(3)), replace(P(1), x=5), [f.name for f in fields(P)])
@dataclass(frozen=True, slots=True)
class Q:
    a: int
    _: KW_ONLY
    b: str = "b"
q = Q(1, b="c")
print(q, hash(q) == hash(Q(1, b="c")), Q.__slots__, Q.__match_args__)
for make in (lambda: setattr(q, "a", 2), lambda: Q(1, "x"), lambda: P(), lambda: P(1) < 3):
    try: make()
    except (FrozenInstanceError, TypeError, AttributeError) as error: print(type(error).__name__, error)
@dataclass
class R(P):
    z: int = 0
    scale: InitVar[int] = 2
    def __post_init__(self, scale): self.z *= scale
print(R(1, 2.0, [], 5, 10), R.__mro__[1].__name__)
M = make_dataclass("M", [("a", int), ("b", str, "x")])
print(M(1), is_dataclass(M), M.__doc__)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as error: print(error)
match P(1, 5.0):
    case P(x, y): print("matched", x, y)
