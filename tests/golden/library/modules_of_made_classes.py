import sys, os, tempfile
folder = tempfile.mkdtemp(); sys.path.insert(0, folder)
with open(os.path.join(folder, "makes_classes.py"), "w") as file:
    file.write("""from collections import namedtuple
import typing, dataclasses, enum, sys
A = namedtuple("A", "x")
B = dataclasses.make_dataclass("B", ["x"])
C = enum.Enum("C", "a b")
D = typing.NamedTuple("D", [("x", int)])
T = typing.TypeVar("T")
N = typing.NewType("N", int)
E = typing.TypedDict("E", {"a": int})
class F: pass
G = type("G", (), {})
at_top = sys._getframemodulename(0)
def f(): return sys._getframemodulename(0), sys._getframemodulename(1)
""")
import makes_classes as m, pickle
print([getattr(m, name).__module__ for name in "ABCDTNEFG"], m.f(), m.at_top)
print(pickle.loads(pickle.dumps([m.A(1), m.B(2), m.C.a, m.D(3)])))
