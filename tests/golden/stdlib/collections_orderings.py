"""OrderedDict, defaultdict and namedtuple in corners."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

from collections import ChainMap, OrderedDict, UserDict, UserList, UserString, defaultdict, namedtuple

o = OrderedDict.fromkeys("abcde", 0)
o.move_to_end("b")
o.move_to_end("e", last=False)
print(o, o.popitem(), o.popitem(last=False), list(reversed(o)), o == OrderedDict(d=0, c=0, a=0), o == dict(d=0, c=0, a=0))
t(o.move_to_end, "zz")
t(OrderedDict().popitem)
t(o.pop, "zz")
t(OrderedDict, 1)
o |= {"x": 1, "a": 5}
print(o, o | {"q": 1}, {"q": 1} | o, type({"q": 1} | o).__name__, o.setdefault("new"), o.copy() == o)
t(lambda: o | 5)
it = iter(o)
next(it)
o["grown"] = 1
t(next, it)
it = iter(o)
del o["x"]
t(next, it)
for view in (o.keys(), o.values(), o.items()):
    print(list(view), list(reversed(view)))
print(repr(OrderedDict()), OrderedDict(a=OrderedDict()), o.__reduce__()[0], [k for k in o.__reduce__()[4]])
recursive = OrderedDict()
recursive["me"] = recursive
print(recursive)

d = defaultdict(list)
d["a"].append(1)
print(d, d["q"], d.get("zz"), "zz" in d, d.default_factory, d.copy(), d | {"k": 1}, {"k": 1} | d)
t(defaultdict, 5)
t(defaultdict, None, 5)
none = defaultdict(None, a=1)
t(lambda: none["b"])
t(lambda: defaultdict(lambda: 1 / 0)["x"])
t(lambda: d[[]])
print(defaultdict(int, {"a": 1}, b=2), d.__missing__("direct"), d, defaultdict(defaultdict), d.__reduce__()[1:3])
d.default_factory = d.__len__
print(d["size"], dict(d))


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


print(Missing()["x"], Missing().get("x"), Missing(a=1)["a"], "%(zz)s" % Missing(), "{zz}".format_map(Missing()))

P = namedtuple("P", "x y", defaults=[7])
print(P(1), P(1, 2)._replace(x=5), P._fields, P._field_defaults, P(1)._asdict(), P._make([3, 4]), P(1) == (1, 7), P(1) + (2,), P(*"ab")[::-1])
for args in (("P", "a a"), ("P", "_a"), ("P", "class"), ("1P", "a"), ("P", "a-b"), ("P", ["a", 5]), ("P", 5), ("P", "a", 1)):
    t(namedtuple, *args)
t(namedtuple, "P", "a", defaults=[1, 2])
print(namedtuple("R", "a class a _b 1", rename=True)._fields, namedtuple("E", "")(), namedtuple("C", "a,b  c")._fields, namedtuple("M", "a", module="here").__module__)
t(P)
t(P, 1, 2, 3)
t(P, 1, z=2)
t(P._make, [1])
t(P(1)._replace, z=1)
t(setattr, P(1), "x", 5)
t(setattr, P(1), "z", 5)
print(P.__doc__, P.x.__doc__, P.__match_args__, P(1).__getnewargs__(), P.__new__.__defaults__, P(1).__replace__(y=0) if hasattr(P, "__replace__") else None)
match P(1, 2):
    case P(x=1, y=what):
        print("matched", what)

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], len(m), list(m), m.parents, m.new_child({"c": 1}), m.maps, m | {"z": 1}, {"z": 1} | m, m == {"a": 1, "b": 3})
m["b"] = 9
print(m, m.pop("b"), m["b"])
t(m.__delitem__, "b")
t(m.pop, "b")
t(lambda: m["zz"])
t(m.popitem)
t(m.popitem)
u = UserList([3, 1])
u += [2]
u.sort()
print(u, u + [1], [1] + u, u * 2, u[1:], u == [1, 2, 3], u.index(2), type(u[:]).__name__, UserString("ab") + "c", "c" + UserString("ab"), UserString("aB").upper(), UserDict(a=1) | {"b": 2}, UserString("5").__int__())
