"""Every dict method with odd arguments, and the text of every error."""

import types


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class D(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Keys:
    def __init__(self, *keys):
        self.all = keys

    def keys(self):
        return self.all

    def __getitem__(self, key):
        return key * 2


d = {"a": 1, "b": 2}
ask(r'''
dict(), dict(a=1), dict([("a", 1)], b=2), dict({"a": 1}, a=3), dict(["ab", "cd"]), dict(zip("ab", [1, 2])), dict(Keys(1, 2)), dict((k, k) for k in "xy"), dict(**{"q r": 1}), dict([[1, 2]]), dict(types.MappingProxyType({1: 2}))
dict(5)
dict([1])
dict(["abc"])
dict([(1,)])
dict([(1, 2, 3)])
dict([([], 1)])
dict(None)
dict({}, {})
dict(**{1: 2})
dict(Keys([]))
dict("ab")
dict([("a", 1), "bc", 5])
d["a"], d.get("z"), d.get("z", 0), d.get("a", 0), D()["k"], D().get("k"), D(k=1)["k"]
d["z"]
d[[]]
d.get([])
d.get()
d.get(1, 2, 3)
d.get("a", default=1)
d.setdefault("a", 5), d.setdefault("c"), d.setdefault("d", 4), d
d.setdefault([])
d.setdefault()
d.pop("c"), d.pop("zz", None), d.pop("d", "x"), d
d.pop("zz")
d.pop()
d.pop([], 1)
d.popitem(), d
{}.popitem()
d.popitem(1)
d.update(b=3), d.update({"c": 4}), d.update([("d", 5)]), d.update(), d.update(Keys("k")), d
d.update(5)
d.update([1])
d.update({}, {})
d.update(None)
d.update([("x", 1), 5])
"x" in d, d.pop("x", "gone")
d.copy(), d.copy() is d, type(D(a=1).copy()), D(a=1).copy()
dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), D.fromkeys("a", 1), type(D.fromkeys("a")), dict.fromkeys({1, 1}), dict.fromkeys(range(3), [])
dict.fromkeys()
dict.fromkeys(5)
dict.fromkeys([[]])
d | {"z": 1}, {"z": 1} | d, d | D(q=1), type(D() | {}), type({} | D()), d.__or__([1]), d.__ior__([("y", 7)]), d.__ior__({})
d | [("a", 1)]
d | None
[] | d
d.__ior__(5)
d.__ior__([5])
d + d
d < d
d == dict(d), d != {}, {} == [], {1: 2} == {1.0: 2.0}, {"a": float("nan")} == {"a": float("nan")}, d.__eq__(5), {1: {2: []}} == {1: {2: []}}
"a" in d, 1 in d, None in {None: 1}
[] in d
d.__contains__([])
del_missing()
d.__delitem__("zz")
d.__delitem__([])
d.__setitem__([], 1)
d.__setitem__({}, 1)
list(d), list(reversed(d)), list(d.items()), list(reversed(d.values())), len(d), d.__len__(), iter(d).__length_hint__()
hash(d)
{d: 1}
repr({}), repr({1: {}}), str({"a'": "b"}), f"{ {1: 2} }", (r := {}, r.update(me=r), repr(r))[2]
d.clear(), d, d.__reversed__().__class__, d.__sizeof__() > 0, dict[str, int], dict.__class_getitem__(int)
d.nope
d.keys(1)
d.items()[0]
d.clear(1)
d.__init__(5)
d.__init__([("i", 1)], j=2), d
dict.__new__(D, 5), dict.__new__(dict, [1], k=2), type(dict.__new__(D))
dict.__new__(int)
setattr({}, "x", 1)
{1: "a", True: "b", 1.0: "c"}, {0: 1, False: 2}, {"a": 1, **{"a": 2}, "a": 3}, {**{}, **d}
{**5}
{**[("a", 1)]}
(lambda **k: k)(**{"a": 1}, **{"b": 2})
(lambda **k: k)(**{"a": 1}, **{"a": 2})
(lambda **k: k)(**{1: 2})
(lambda **k: k)(**5)
(lambda **k: k)(**Keys("a"))
''')
