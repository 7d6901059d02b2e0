"""defaultdict, OrderedDict, Counter, ChainMap, UserDict."""
from collections import defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList

d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, d["zz"], d.default_factory, dict(d), d.get("q"), "q" in d)
e = defaultdict(int, {"x": 1}, y=2); e["z"] += 5; print(e, e.copy(), e | {"w": 1}, {"w": 1} | e)
n = defaultdict(None); print(n, n.__reduce__()[:2])
try:
    n["k"]
except KeyError as err:
    print("KeyError", err)
try:
    defaultdict(3)
except TypeError as err:
    print(err)
class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)
t = Tree(); t["a"]["b"]["c"] = 1; print(t)
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o)
print(o.popitem(), o.popitem(last=False), o, OrderedDict())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=1) != OrderedDict(a=2))
print(list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys("abc", 0), OrderedDict(a=1) | {"b": 2})
for f in (lambda: OrderedDict().popitem(), lambda: o.move_to_end("q"), lambda: o.pop("q")):
    try:
        f()
    except KeyError as err:
        print("KeyError", err)
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], c.total())
c.update("aaa"); c.subtract("b"); print(c, c + Counter("ab"), c - Counter("aaaa"), c & Counter("ab"), c | Counter(z=3), +c, -c)
print(sorted(Counter("ba").elements()), Counter(a=1) == Counter(a=1, b=0), Counter([1, 1.0, True]))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), m.maps, len(m), m.new_child({"c": 1}))
u = UserDict(a=1); u["b"] = 2; print(u, UserList([1, 2]) + [3])
cache = OrderedDict()
for i in range(1000):
    cache[i % 37] = i
    cache.move_to_end(i % 37)
    if len(cache) > 20:
        cache.popitem(last=False)
print(list(cache)[:5], len(cache))
