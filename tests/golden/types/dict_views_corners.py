"""Views of dicts as sets, live, compared, reversed and changed under way."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

d = {"a": 1, "b": 2, "c": 3}
unhashable = {"a": [], "b": []}


class D(dict):
    def __iter__(self):
        return iter(["own"])

    def keys(self):
        return ["own keys"]


ask("""
d.keys() & {"a", "z"}, sorted(d.keys() | ["z"]), sorted(d.keys() - "a"), sorted(d.keys() ^ {"a": 1, "q": 2}), d.keys() & [], d.items() & [("a", 1), ("b", 9)], sorted(d.items() - {("a", 1)}), sorted("abz" & d.keys()) if False else 0
{"a", "z"} & d.keys(), sorted({"z"} | d.keys()), sorted({"a", "z"} - d.keys()), sorted({"a", "z"} ^ d.keys()), sorted(["a", "z"] - d.keys()) if False else 0
["a"] - d.keys(), ["a"] & d.keys(), sorted(["q"] | d.keys())
d.keys() & 5
d.keys() | None
d.values() & {1}
d.keys() == {"a", "b", "c"}, d.keys() == ["a", "b", "c"], d.keys() == d.copy().keys(), d.items() == set(d.items()), d.values() == d.values(), d.keys() < {"a", "b", "c", "d"}, d.keys() >= {"a"}, d.items() <= d.items(), d.keys() != frozenset("abc")
d.keys() < ["a"]
d.values() < d.values()
d.keys().isdisjoint("xyz"), d.keys().isdisjoint(["a"]), d.items().isdisjoint([("a", 2)]), d.items().isdisjoint(d.items())
d.keys().isdisjoint(5)
"a" in d.keys(), ("a", 1) in d.items(), ("a", 1.0) in d.items(), ("a",) in d.items(), 5 in d.items(), 1 in d.values(), ["a", 1] in d.items(), [] in d.values()
[] in d.keys()
([], 1) in d.items()
unhashable.items() & []
unhashable.items() | []
unhashable.items() == unhashable.copy().items(), ("a", []) in unhashable.items(), unhashable.items() <= unhashable.items(), unhashable.values(), unhashable.items()
set(unhashable.items())
list(reversed(d)), list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())), len(d.keys()), repr(d.values()), repr({}.keys()), repr({}.items())
d.keys().mapping, type(d.keys().mapping).__name__, d.values().mapping["a"], d.keys().mapping == d
d.keys().mapping.__setitem__("x", 1)
hash(d.keys())
hash(d.values()) is not None
d.keys().add("x")
d.keys()[0]
iter(d.keys()).__class__.__name__, iter(d.values()).__class__.__name__, iter(d.items()).__class__.__name__, iter(reversed(d)).__class__.__name__, reversed(d.items()).__class__.__name__
D(a=1).items(), list(D(a=1)), D(a=1).keys(), {**D(a=1)}, dict(D(a=1)) if False else 0, sorted(D(a=1).items())
dict(D(a=1))
d | [("z", 1)]
d | {"z": 1}, {"z": 1} | d, d.__or__([]), d.__ror__(5), d.__ior__([("q", 5)]), d
d.__ior__(5)
d.__ior__([5])
d.update(None)
d.update([("x", 1, 2)])
d.update(["xy"]), d, d.update(("pq",), r=1), d, d.update({}), d.update(), d.update(zip("ab", "cd")), d
d.pop("zz")
d.pop("zz", None), d.pop("x"), d.popitem(), d.setdefault("n"), d.setdefault("n", 5), d.get("zz"), d.get("zz", 0), d
d.pop("a", 1, 2)
{}.popitem()
d.fromkeys("ab", []), dict.fromkeys([1, 2]), dict.fromkeys({"k": 5}), D.fromkeys("a"), type(D.fromkeys("a")).__name__
dict.fromkeys(5)
dict.fromkeys()
{} == {}, {1: 2} == {1.0: 2.0}, {1: 2} != {1: 3}, {"a": float("nan")} == {"a": float("nan")}, {1: {2: {3: 4}}} == {1: {2: {3: 4}}}
{} < {}
{1: 2}[1.0], {True: "t"}[1], {(1, 2): 3}[1.0, 2], {None: 1}[None], {float("inf"): 1}[float("inf")], {2**100: 1}[2.0**100]
{}[[]]
{}["missing"]
{}[()]
{1: 2}["1"]
""")
recursive = {}
recursive["self"] = recursive
recursive["values"] = recursive.values()
print(str(recursive)[:40])
