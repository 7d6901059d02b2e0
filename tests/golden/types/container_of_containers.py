"""Nested data: building, changing, comparing, copying by hand, sorting, grouping, transposing."""

people = [
    {"name": "Ann", "age": 31, "tags": ["x", "y"], "address": {"city": "Oslo", "zip": (1, 2)}},
    {"name": "Bob", "age": 25, "tags": [], "address": {"city": "Rome", "zip": (3,)}},
    {"name": "Cid", "age": 31, "tags": ["y"], "address": {"city": "Oslo", "zip": ()}},
]
print([p["name"] for p in people if "y" in p["tags"]], sorted({p["address"]["city"] for p in people}), max(people, key=lambda p: p["age"])["name"], sum(p["age"] for p in people) / len(people))
by_city = {}
for p in people:
    by_city.setdefault(p["address"]["city"], []).append(p["name"])
print(by_city, {k: len(v) for k, v in by_city.items()}, list(zip(*[(p["name"], p["age"]) for p in people])))


def deep_copy(x):
    match x:
        case dict():
            return {k: deep_copy(v) for k, v in x.items()}
        case list():
            return [deep_copy(v) for v in x]
        case tuple():
            return tuple(deep_copy(v) for v in x)
        case _:
            return x


clone = deep_copy(people)
print(clone == people, clone is people, clone[0]["tags"] is people[0]["tags"], clone[0]["address"]["zip"] == (1, 2))
clone[0]["tags"].append("new")
clone[1]["address"]["zip"] += (9,)
print(clone == people, people[0]["tags"], clone[0]["tags"], people[1]["address"], clone[1]["address"])
shallow = [dict(p) for p in people]
shallow[0]["name"] = "changed"
shallow[0]["tags"].append("shared")
print(people[0]["name"], people[0]["tags"])


def walk(x, path=()):
    if isinstance(x, dict):
        for k, v in x.items():
            yield from walk(v, path + (k,))
    elif isinstance(x, (list, tuple)):
        for i, v in enumerate(x):
            yield from walk(v, path + (i,))
    else:
        yield path, x


for path, value in walk(people):
    print("/".join(map(str, path)), "=", value)


def put(root, path, value):
    *init, last = path
    for key in init:
        root = root.setdefault(key, {})
    root[last] = value
    return root


tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    put(tree, path.split("/"), len(path))
print(tree, list(walk(tree)))
matrix = [[i * 4 + j for j in range(4)] for i in range(3)]
print([list(row) for row in zip(*matrix)], [row[::-1] for row in matrix[::-1]], [x for row in matrix for x in row if x % 3 == 0], [sum(c) for c in zip(*matrix)], [[0 if i == j else x for j, x in enumerate(row)] for i, row in enumerate(matrix)])
matrix[1][1:3] = "xy"
matrix.append(matrix[0])
matrix[3][0] = "aliased"
print(matrix, matrix[0] is matrix[-1])
print([[1, [2, [3]]], (4, (5,)), {"k": {"l": [{"m": ()}]}}] == [[1, [2, [3]]], (4, (5,)), {"k": {"l": [{"m": ()}]}}], [[1], [2]] < [[1], [3]], [(1, [2])] > [(1, [1, 9])], {"a": [1]} == {"a": (1,)}, [[]] == [()], {(1, (2, 3)): "deep"}[1, (2, 3)])
data = [("b", 2), ("a", 3), ("b", 1), ("a", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: (p[0], -p[1])), dict(data), {k: [v for q, v in data if q == k] for k, _ in data})
groups = {}
for i in range(20):
    groups.setdefault(i % 2, {}).setdefault(i % 3, set()).add(i)
print({a: {b: sorted(c) for b, c in sorted(g.items())} for a, g in groups.items()})
counter = {}
for a, b in zip("abracadabra", "bracadabra"):
    counter.setdefault(a, {}).setdefault(b, 0)
    counter[a][b] += 1
print(counter, max((n, a + b) for a, row in counter.items() for b, n in row.items()))
queue, order = [(0, tree)], []
while queue:
    depth, node = queue.pop(0)
    for k, v in node.items():
        order.append((depth, k))
        if isinstance(v, dict):
            queue.append((depth + 1, v))
print(order)
a = [1, [2, 3]]
b = a + [4]
c = a * 2
d = a[:]
a[1].append("seen everywhere")
a[0] = "only in a"
print(a, b, c, d)
table = [[]] * 3
table[0].append(1)
table[1] = [2]
print(table, [[] for _ in range(2)], dict.fromkeys("ab", []), [list(x) for x in ("ab", (1,), {2: 3})])
first, (second, *rest), last = 1, [2, 3, 4], 5
print(first, second, rest, last)
sets = [{1, 2}, {2, 3}, {3, 4}]
print(sorted(set().union(*sets)), sorted(sets[0] & sets[1]), [sorted(s) for s in sets if 3 in s], {frozenset(s): len(s) for s in sets}[frozenset([2, 1])], sorted(map(sorted, {frozenset(s) for s in sets + [{2, 1}]})))
stack = [[1, [2, [3, [4, [5]]]]]]
flat = []
while stack:
    top = stack.pop()
    if isinstance(top, list):
        stack.extend(reversed(top))
    else:
        flat.append(top)
print(flat, str(people)[:60], len(repr(people)), eval(repr(people)) == people)
