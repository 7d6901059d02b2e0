"""keys, values, items: views, their set operators and iterators."""


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, "|", e)


d = {1: "one", 2: "two", 3: "three"}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
print(type(keys), type(values), type(items))
d[4] = "four"
print(keys, list(values), list(items)[-1])
print(1 in keys, "one" in values, (1, "one") in items, (1, "uno") in items, 1 in items, (9, 9) in items)
print([1, "one"] in items, (1, "one", 2) in items)
t(lambda: [1] in keys)
t(lambda: ([1], 2) in items)
print(keys & {1, 9}, keys | [9], keys - {1, 2}, keys ^ {1, 9})
print({1, 9} & keys, {9} | keys, {1, 9} - keys, {1, 9} ^ keys)
print(keys == {1, 2, 3, 4}, keys <= {1, 2, 3, 4, 5}, keys < {1, 2, 3, 4}, keys >= {1}, keys > {1}, {1} < keys)
print(keys == {4: 0, 3: 0, 2: 0, 1: 0}.keys(), keys != [1, 2, 3, 4], keys == [1, 2, 3, 4])
t(lambda: keys < [1])
t(lambda: keys & 5)
t(lambda: values & {1})
t(lambda: 5 - keys)
print(items & {(1, "one"), (2, "x")}, sorted(items | {(0, "")}), items - {(1, "one")} == {(2, "two"), (3, "three"), (4, "four")})
print(sorted(items ^ {(1, "one"), (7, "seven")}))
print(keys.isdisjoint([7, 8]), keys.isdisjoint([1]), items.isdisjoint({(1, "one")}))
t(keys.isdisjoint, 5)
print(values == d.values(), keys == d.keys(), items == d.items())
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
t(lambda: keys[0])
t(lambda: hash(keys))
t(lambda: type(keys)())
t(lambda: len(keys.mapping))
print(keys.mapping == d, type(keys.mapping))
t(lambda: keys.mapping.__setitem__)

it = iter(d)
print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), iter(it) is it)
print(type(iter(values)), type(iter(items)), type(reversed(d)), type(reversed(values)), type(reversed(items)))
print(list(it), it.__length_hint__(), list(it))
t(next, it)
it = iter(items)
next(it)
print(it.__reduce__(), next(it))
r = reversed(d)
print(next(r), r.__length_hint__(), r.__reduce__())
t(lambda: type(it)())

it = iter(d)
next(it)
d[99] = 0
t(next, it)
t(next, it)
rev = reversed(d)
next(rev)
del d[99]
t(next, rev)
c = {}
c["v"] = c.values()
print(c)
c = {}
c["k"] = c.items()
print(c)
print({}.keys(), {}.items(), {}.values())
print(len({}.keys() & {1}), {}.keys() == set(), {}.items() <= set())
x = {"b": 1, "a": 2}
print(x.keys() == {"a": 5, "b": 6}.keys(), x.items() == {"a": 2, "b": 1}.items())
print([n for n in dir(keys) if not n.startswith("_")], [n for n in dir(values) if not n.startswith("_")])
