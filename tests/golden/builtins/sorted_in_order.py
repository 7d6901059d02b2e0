"""The exact sequence of comparisons of sort: runs, binary insertion, galloping merges, reverse and keys."""

class Item:
    log = []

    def __init__(self, key, tag=""):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        Item.log.append((self.key, other.key))
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


def compared(keys, **options):
    Item.log.clear()
    items = [Item(k, chr(97 + i % 26)) for i, k in enumerate(keys)]
    result = sorted(items, **options)
    total = sum((a * 31 + b) * (i + 1) for i, (a, b) in enumerate(Item.log)) % 1000003
    return len(Item.log), total, result if len(result) < 10 else [r.key for r in result] == sorted(keys, reverse=options.get("reverse", False))


def numbers(n, seed, limit):
    state, got = seed, []
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2**31
        got.append(state // 65536 % limit)
    return got


print(compared([3, 1, 2]), compared([1, 2, 3]), compared([3, 2, 1]), compared([]), compared([1]), compared([2, 1]), compared([1, 1, 1]), compared([2, 2, 1, 1]))
print(Item.log)
for reverse in (False, True):
    for n in (5, 9, 31, 32, 33, 63, 64, 65, 100, 127, 200):
        for limit in (2, 7, 1000):
            print(n, limit, reverse, compared(numbers(n, n, limit), reverse=reverse))
print(compared(list(range(100)) + list(range(50))), compared(list(range(100, 0, -1)) + list(range(100))), compared([*range(0, 200, 2), *range(1, 200, 2)]))
print(compared([*range(64), *range(32), *range(16), *range(128)]), compared([1] * 70), compared([*range(50)] * 4), compared([*range(90, 0, -1)] * 3), compared([5] * 40 + [1] * 40))
print(compared([*range(300), 5, 7, 3, *range(300, 250, -1)]), compared(numbers(500, 1, 10)), compared(numbers(500, 2, 10**6)))
a = [Item(k) for k in (3, 1, 2)]
Item.log.clear()
print(min(a), max(a), Item.log)
Item.log.clear()
print(sorted(a, key=lambda i: i.key), Item.log)
Item.log.clear()
print(sorted(zip(a, "abc"))[0][1], Item.log)
Item.log.clear()
print(sorted([[i] for i in a])[0], Item.log)


def failing(n):
    count = 0

    class Fails:
        def __lt__(self, other):
            nonlocal count
            count += 1
            if count == n:
                raise ValueError(f"comparison {n}")
            return False

    items = [Fails() for _ in range(10)]
    before = list(items)
    try:
        items.sort()
    except ValueError as error:
        return str(error), len(items), set(map(id, items)) == set(map(id, before))


print(failing(1), failing(9), failing(5))
items = [3, 1, 2]
try:
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as error:
    print(error, items)
items = [3, 1, 2]
try:
    items.sort(key=lambda x: (items.clear(), x)[1])
    print(items)
except ValueError as error:
    print(error, items)
seen = []
items = [2, 1]
items.sort(key=lambda x: seen.append(list(items)) or x)
print(seen, items)
for bad in ([1, "a"], [1, None], [{}, {}], [1j, 2j], [object(), object()], [(1, 2), (1, "x")], [[1], ["a"]], ["a", b"a"]):
    try:
        sorted(bad)
    except TypeError as error:
        print(error)
print(sorted([float("nan"), 1, 0]), sorted([True, 0.5, 2]), sorted("bA"), sorted([b"b", b"a"]), sorted([(2, "b"), (2, "a")]), sorted([10**20, -1, 2**51]), sorted([1.5, 10**20, -(10**20)]), sorted([0.0, -0.0, 0]))
