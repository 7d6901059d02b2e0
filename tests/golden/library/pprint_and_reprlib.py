import pprint, reprlib
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": [1, (2, 3), {"k": {4, 5}}], "b": None}, 3: "three"}
pprint.pprint(data); pprint.pprint(data, width=40, indent=2, depth=2); pprint.pprint(list("abc"), width=5); print(pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
pprint.pprint("long text " * 20, width=50); pprint.pp({"z": 1, "a": 2}); print(pprint.isreadable(data), pprint.saferepr([1, "a"]))
l = [1]; l.append(l); pprint.pprint(pprint.isrecursive(l))
from dataclasses import dataclass
@dataclass
class D:
    first: list
    second: str
pprint.pprint(D(list(range(40)), "y"))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(9)}), reprlib.Repr(maxlist=2).repr([1, 2, 3]))
class N:
    @reprlib.recursive_repr("...")
    def __repr__(self): return f"N({self.me!r})"
n = N(); n.me = n; print(n)
