"""Abstract classes: methods, registration, hooks, collections.abc, matching."""
import abc, collections.abc as ca
from collections import deque, OrderedDict, UserList
from numbers import Number, Integral

class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area()}"
class Sq(Shape):
    name = "sq"
    def area(self): return 4
print(Sq().show(), Shape.__abstractmethods__ == frozenset({"area", "name"}), isinstance(Sq(), Shape), issubclass(int, Shape))
class Half(Shape):
    def area(self): return 1
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), issubclass(Other, Shape), Shape.register(int) is int, isinstance(3, Shape), isinstance("x", Shape))
class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return True if hasattr(c, "quack") else NotImplemented
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Hooked), issubclass(int, Hooked))
print([isinstance(x, ca.Sequence) for x in ([], (), "", b"", range(1), deque(), {}, set(), memoryview(b""), UserList())])
print([isinstance(x, ca.Mapping) for x in ({}, OrderedDict(), [])], isinstance({}.keys(), ca.KeysView), isinstance(iter([]), ca.Iterator), isinstance(len, ca.Callable), isinstance((i for i in ()), ca.Generator), isinstance(5, ca.Hashable), isinstance([], ca.Hashable))
print(isinstance(3, Integral), isinstance(3.5, Number), isinstance(True, Integral))
class My(ca.Mapping):
    def __getitem__(self, k): return {"a": 1}[k]
    def __iter__(self): return iter(["a"])
    def __len__(self): return 1
m = My(); print(dict(m), m.get("b", 2), "a" in m, list(m.items()), m == {"a": 1}, len(m.keys()), list(m.values()))
match m:
    case {"a": x}: print("mapping", x)
match deque([1, 2]):
    case [a, b]: print("sequence", a, b)
class L(ca.MutableSequence):
    def __init__(self): self.d = []
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self, i, v): self.d.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l.reverse(); l += [4]; print(list(l), l.pop(), l.index(2), 3 in l, list(reversed(l)))
class S(ca.Set):
    def __init__(self, d): self.d = list(dict.fromkeys(d))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
print(sorted(S("abc") & S("bcd")), sorted(S("ab") | S("c")), S("ab") <= S("abc"), S("a").isdisjoint(S("b")))
try:
    Shape.register(3)
except TypeError as e:
    print(e)
class Inc(abc.ABC): pass
class Inc2(Inc): pass
try:
    Inc2.register(Inc)
except RuntimeError as e:
    print(e)
