"""Dicts and the objects in them: hash, equality, `__missing__`, changes during a lookup or a loop."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Key:
    def __init__(self, value, hashed=1):
        self.value, self.hashed = value, hashed

    def __hash__(self):
        log.append(f"hash {self.value}")
        return self.hashed

    def __eq__(self, other):
        log.append(f"eq {self.value} {getattr(other, 'value', other)}")
        return isinstance(other, Key) and self.value == other.value


log = []
d = {Key("a"): 1, Key("b"): 2}
print(len(d), log)
log.clear()
print(d[Key("b")], log)
log.clear()
k = Key("c", 5)
d[k] = 3
d[k] += 1
print(d[k], log)


class Default(dict):
    def __missing__(self, key):
        self[key] = made = f"made {key}"
        return made


m = Default(x=1)
print(m["x"], m["y"], m, m.get("z"), "z" in m, m.pop("z", "popped default"))


class MissingRaises(dict):
    def __missing__(self, key):
        raise LookupError(f"no {key}")


attempt(lambda: MissingRaises()["k"])
plain = {}
attempt(lambda: plain["k"])


def grow():
    d = {i: i for i in range(3)}
    for k in d:
        d[k + 10] = 1


def shrink():
    d = {i: i for i in range(3)}
    for k in d:
        del d[k]


def replace():
    d = {i: i for i in range(3)}
    for k in d:
        d[k] = "same size is fine"
    return d


def swap():
    d = {i: i for i in range(3)}
    for k in d:
        del d[k]
        d[k + 10] = 1


def items_grow():
    d = {1: 1}
    for k, v in d.items():
        d[2] = 2


def values_cleared():
    d = {1: 1, 2: 2}
    for v in d.values():
        d.clear()


attempt(grow)
attempt(shrink)
attempt(replace)
attempt(items_grow)
attempt(values_cleared)
attempt(lambda: [d.popitem() for d in [{1: 2}] for _ in range(2)])


class Unhashable:
    __hash__ = None


class BadHash:
    def __hash__(self):
        return "x"


class BigHash:
    def __hash__(self):
        return 2 ** 100


class RaisingHash:
    def __hash__(self):
        raise ValueError("no hash today")


class RaisingEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no comparison today")


attempt(lambda: {Unhashable(): 1})
attempt(lambda: hash(BadHash()))
attempt(lambda: type(hash(BigHash())).__name__)
attempt(lambda: {RaisingHash(): 1})
attempt(lambda: {RaisingEq(): 1, RaisingEq(): 2})
attempt(lambda: RaisingEq() in {1: 2, RaisingEq(): 3})


class Upsetting:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        victim.clear()
        return True


victim = {Upsetting(): "a"}
print(victim.get(Upsetting(), "default") in ("a", "default"), len(victim))


class Sub(dict):
    def __getitem__(self, key):
        return "overridden"

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __contains__(self, key):
        return True

    def __iter__(self):
        return iter(["from iter"])

    def __len__(self):
        return 99


s = Sub(a=1)
s["b"] = 2
s.update(c=3)
print(s["zzz"], s.get("a"), "no" in s, list(s), len(s), dict(s), {**s}, s, s.setdefault("d", 4), list(s.items()), s == {"a": 1, "b": 2, "c": 3, "d": 4}, bool(s))


def keywords(**kw):
    return kw


print(sorted(dict.keys(s)))


class Mapping:
    def __init__(self, data):
        self.data = data

    def keys(self):
        return list(self.data)

    def __getitem__(self, key):
        return self.data[key]


print(dict(Mapping({"a": 1})), {**Mapping({"b": 2})}, {"z": 0} | dict(Mapping({"c": 3})), keywords(**Mapping({"k": 1})))
attempt(lambda: keywords(**Mapping({1: 1})))
attempt(lambda: {"a": 1} | Mapping({"b": 1}))


class ROr:
    def __ror__(self, other):
        return "ror"


print({} | ROr(), {1: 2} == ROr())
nan = float("nan")
n = {nan: 1}
print(n[nan], nan in n, len({nan, nan}), {float("nan"): 1}.get(float("nan")), {-1: "a", -2: "b"}[-2], {0.0: "z"}[-0.0], {2 ** 61 - 1: "m", 0: "n"}[0], {"1": 1, 1: 2}[1])
deep = {}
deep["self"] = deep
attempt(lambda: deep == {"self": deep})
other = {}
other["self"] = other
try:
    deep == other
except RecursionError:
    print("RecursionError")
print(deep, repr(deep.items()), str({1: [deep]})[:30])
