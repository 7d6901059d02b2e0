"""dict: construction, methods, operators, errors."""


def t(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, "|", e)


d = {"a": 1, "b": 2, 3: "c"}
print(d, len(d), d["a"], d[3], 3 in d, "z" in d, "z" not in d)
t(lambda: d["missing"])
t(lambda: d[[1]])
t(lambda: d[{}])
t(lambda: {[]: 1})
t(lambda: {set(): 1})
t(lambda: d.get([1]))
t(lambda: [1] in d)
t(lambda: {(1, [2]): 3})
print(d.get("a"), d.get("q"), d.get("q", 5))
t(d.get)
t(d.get, 1, 2, 3)
d["new"] = None
del d["b"]
print(d)
t(lambda: d.__delitem__("zz"))
try:
    del d["zz"]
except KeyError as e:
    print("KeyError", e, e.args)

# numbers as keys
n = {1: "int"}
n[1.0] = "float"
n[True] = "bool"
print(n, n[1], n[1 + 0j], 2**70 in n)
n[2**70] = "big"
n[float(2**70)] = "bigfloat"
print(n)
nan = float("nan")
m = {nan: 1}
print(m[nan])

# construction
t(dict)
t(dict, {"a": 1}, b=2)
t(dict, [("a", 1), ("b", 2)])
t(dict, [["a", 1], "xy"])
t(dict, a=1, b=2)
t(dict, [("a", 1, 2)])
t(dict, ["abc"])
t(dict, [1, 2])
t(dict, 5)
t(dict, [("a", 1)], [("b", 2)])
t(dict, None)
t(dict, [([], 1)])


class Mapping:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, key):
        return key * 2


t(dict, Mapping())
t(lambda: {**Mapping(), "z": 1})
t(lambda: {**5})
t(dict.fromkeys, "abc")
t(dict.fromkeys, [1, 2], 0)
t(dict.fromkeys, {3, 1, 2}, 0)
t(dict.fromkeys, {"k": 1}, "v")
t(dict.fromkeys)
t(dict.fromkeys, 1)

# methods
d = dict(a=1, b=2, c=3)
t(d.setdefault, "a", 9)
t(d.setdefault, "n")
t(d.setdefault, "m", 7)
t(d.setdefault)
t(d.pop, "n")
t(d.pop, "n")
t(d.pop, "n", "default")
t(d.pop)
t(d.pop, 1, 2, 3)
t(d.popitem)
t(d.popitem)
print(d)
t({}.popitem)
t(d.update, {"q": 1})
t(d.update, [("r", 2)], s=3)
t(d.update, z=1)
t(d.update)
t(d.update, 1)
t(d.update, [1])
t(d.update, {}, {})
print(d)
e = d.copy()
e["only"] = 1
print(len(d), len(e), d == e, d != e)
t(d.copy, 1)
d.clear()
print(d, len(e))
t(e.clear, 1)

# operators
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a == {"y": 2, "x": 1})
a |= b
print(a)
a |= [("w", 0)]
print(a)
t(lambda: a | [("w", 0)])
t(lambda: [("w", 0)] | a)
t(lambda: a < b)
t(lambda: a + b)
t(lambda: a | None)
t(lambda: hash(a))
t(lambda: a.__ior__(5))
t(a.__or__, 5)
t(a.__eq__, 5)
t(a.__lt__, a)
t(a.__contains__, "x")
t(a.__getitem__, "nope")
t(lambda: a.nope)
t(lambda: setattr(a, "nope", 1))

# repr
print({"it's": 'say "x"', None: ..., (1,): [2], 1.5: b"b"})
r = {}
r["self"] = r
r["list"] = [r]
print(r)

# iteration and changes meanwhile
d = {i: i * i for i in range(5)}
print(list(d), list(reversed(d)), [*d.items()])


def grow():
    for key in d:
        d[key + 10] = 0


t(grow)


def shrink():
    for key in d:
        del d[key]


t(shrink)


def same_size():
    c = {0: 0, 1: 1, 2: 2, 3: 3}
    out = []
    for i, key in enumerate(c):
        if i < 3:
            del c[key]
            c[key + 100] = 0
        out.append(key)
        if len(out) > 20:
            break
    return out


t(same_size)
for value in d.values():
    pass
print(min(d), max(d), sum(d), sorted(d), bool(d), bool({}))

# subclasses and __missing__


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


x = Default(a=1)
print(x["a"], x["b"], x.get("b"), x, len(x), "b" in x)
print(type(x.copy()), type(x | {}), type({} | x), type(Default.fromkeys("ab")), Default.fromkeys("ab"))
x.attribute = 5
print(x.attribute, x.__dict__)


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return ("got", super().__getitem__(key))


y = Loud(a=1)
y["b"] = 2
y.update(c=3)
print(y["a"], y.get("a"), dict(y), {**y})
print(Loud.fromkeys("pq"))


class Init(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self["extra"] = True


print(Init({"a": 1}), Init())

# keyword arguments
t(lambda **kw: kw, **{"a": 1, "b": 2})
print(dict(self=1, iterable=2), dict(**{"not an identifier": 1}))
big = {i: str(i) for i in range(100_000)}
print(len(big), big[99_999], sum(big))
for i in range(0, 100_000, 2):
    del big[i]
print(len(big), next(iter(big)), list(big)[-1], big.popitem())
while big:
    big.popitem()
print(big, dict.__doc__ is not None)
print({}.__class_getitem__(int), dict[str, int])
print([k for k in dir(dict) if not k.startswith("_")])
