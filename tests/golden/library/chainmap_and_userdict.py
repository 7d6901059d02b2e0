from collections import ChainMap, UserDict, UserList, UserString, Counter, OrderedDict, defaultdict
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c["a"], c["b"], list(c), c.new_child({"z": 0}), c.parents, len(c), "b" in c, c | {"q": 1})
c["b"] = 9; print(c.maps)
try: del c["zz"]
except KeyError as error: print(error)
class D(UserDict):
    def __missing__(self, k): return k * 2
print(D(a=1)["x"], D(a=1), UserList([3, 1]) + [2], sorted(UserList([2, 1])), UserString("ab").upper() + "c", UserString("x") * 3)
n = Counter("abracadabra"); n.subtract("aab")
print(n.most_common(2), n + Counter(a=5), n & Counter(a=1, b=7), -Counter(a=-1), n.total(), Counter(a=1) <= Counter(a=2), sorted(Counter(a=2, b=0).elements()))
o = OrderedDict.fromkeys("abc"); o.move_to_end("a"); o.move_to_end("c", last=False); print(o, o.popitem(False), o == OrderedDict(b=None, a=None))
d = defaultdict(list); d["x"].append(1); print(d, d.get("y"), d.default_factory)
