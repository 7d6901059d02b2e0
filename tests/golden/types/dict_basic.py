"""Dicts: order, methods, views, merging, errors."""

d = {"one": 1, "two": 2, 3: "three", (4, 5): [6], None: "none", 1.5: True}
print(d, len(d), d["one"], d[3], d[(4, 5)], d[None], d[1.5], "two" in d, "x" not in d, d.get("x"), d.get("x", 5), d.get("one", 5))
d["one"] = "changed"
d["new"] = "last"
del d["two"]
d["two"] = "back at the end"
print(d)
print(list(d), list(d.keys())[:2], list(d.values())[:2], list(d.items())[:2], list(reversed(d))[:2])
print(d.pop("new"), d.pop("new", "default"), d.popitem(), d.setdefault("s", 1), d.setdefault("s", 2), d.setdefault("n"), len(d))
print(dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"m": 1}, n=2), dict(zip("ab", [1, 2])), dict((("k", "v"),)), dict(["ab", "cd"]), dict(**{"q": 1}))
e = {"a": 1}
e.update({"b": 2}, c=3)
e.update([("d", 4)])
e.update()
e.update(a=10)
print(e, e | {"a": 0, "z": 26}, {"z": 1} | e, e == {"d": 4, "c": 3, "b": 2, "a": 10})
f = e
f |= {"f": 6}
f |= [("g", 7)]
print(e, f is e, e.copy() is e, e.copy() == e)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(3), []), {}.fromkeys("x", 1))
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {"a": 1, "a": 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
e.clear()
print(e, f, bool({}), bool({0: 0}))

keys, values, items = {"a": 1, "b": 2}.keys(), {"a": 1, "b": 2}.values(), {"a": 1, "b": 2}.items()
print(keys, values, items, len(keys), "a" in keys, 1 in values, ("a", 1) in items, ("a", 2) in items, ["a", 1] in items, keys == {"a", "b"}, items == {("a", 1), ("b", 2)})
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}), keys <= {"a", "b", "c"}, keys.isdisjoint({"x"}), sorted(items & [("a", 1)]), keys.mapping["a"])
live = {"a": 1}
view = live.keys()
live["b"] = 2
print(list(view), len(view), list(reversed(view)), list(reversed(live.items())), list(reversed(live.values())), values == values, keys != {"a"})


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("{}['missing']", "{}[1]", "{}[(1, 2)]", "{}[None]", "{}[[]]", "{[]: 1}", "{{}: 1}", "{{1}: 1}", "[] in {}", "{}.get([])", "{}.pop('x')", "{}.pop()", "{}.popitem()", "{}.popitem(1)", "{}.setdefault([])", "dict(5)", "dict([1])",
               "dict(['abc'])", "dict([(1, 2, 3)])", "dict([(1,)])", "dict([None])", "dict({}, {})", "dict(1, 2)", "{}.update(5)", "{}.update([1])", "{}.update({}, {})", "{} | 5", "{} + {}", "{} < {}", "5 | {}", "{}.fromkeys(5)", "{}.fromkeys([[]])",
               "dict.fromkeys()", "{}.get()", "{}.missing", "{}.keys(1)", "{}.copy(1)", "hash({})", "{**5}", "{1: 2}.x", "{}.keys() + 1", "{}.keys()[0]", "dict(a=1)['b']", "{}()", "{1: 2}[1:2]", "{}.values() == {}.values()", "{'a': 1}.items() - 5", "dict.get()",
               "dict.update()", "dict.pop({})"):
    attempt(source)
big = {i: i * i for i in range(5000)}
for i in range(0, 5000, 3):
    del big[i]
for i in range(0, 5000, 5):
    big[i] = -i
print(len(big), big[7], big[15], 3 in big, list(big)[:4], list(big)[-3:], sum(big.values()), sum(big))
for i in list(big):
    if i % 100:
        del big[i]
print(len(big), list(big)[:6])
counts = {}
for word in "the cat the dog a cat the".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
groups = {}
for n in range(10):
    groups.setdefault(n % 3, []).append(n)
print(groups, {v: k for k, v in counts.items()}, {k: v for k, v in sorted(counts.items())})
nested = {"a": {"b": {"c": [1, {"d": 2}]}}}
nested["a"]["b"]["c"][1]["d"] += 40
print(nested, nested["a"]["b"]["c"][1]["d"])
