"""Sorting: stability, keys, mixtures, long runs, and objects that only know `<`."""

words = "the quick brown fox jumps over the lazy dog and runs away from the big bad wolf".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), sorted(words, key=lambda w: w[-1], reverse=True), sep="\n")
state = 12345


def rand(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return state % n


for size in (0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 500, 1000, 3000):
    data = [rand(size + 1) for _ in range(size)]
    result = sorted(data)
    assert all(a <= b for a, b in zip(result, result[1:])) and len(result) == size and sum(result) == sum(data)
    assert sorted(data, reverse=True) == result[::-1]
    assert sorted(data, key=lambda x: -x) == result[::-1]
    pairs = [(rand(5), i) for i in range(size)]
    stable = sorted(pairs, key=lambda p: p[0])
    assert all(a < b for a, b in zip(stable, stable[1:]))
    back = sorted(pairs, key=lambda p: p[0], reverse=True)
    assert all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(back, back[1:]))
    floats = sorted(x / 7 for x in data)
    assert floats == [x / 7 for x in result]
    texts = sorted(str(x) for x in data)
    assert all(a <= b for a, b in zip(texts, texts[1:]))
    mixed = sorted([x if x % 2 else float(x) for x in data])
    assert mixed == result
print("sizes done")
patterns = {
    "ascending": list(range(300)), "descending": list(range(300, 0, -1)), "sawtooth": [i % 17 for i in range(300)], "organ": list(range(150)) + list(range(150, 0, -1)), "equal": [5] * 300, "two": [i & 1 for i in range(300)],
    "almost": list(range(100)) + [50] + list(range(100, 200)), "runs": [j for i in range(20) for j in range(i, i + 15)], "down runs": [j for i in range(20) for j in range(i + 15, i, -1)],
}
for name, data in patterns.items():
    comparisons = 0

    class Counted:
        def __init__(self, v):
            self.v = v

        def __lt__(self, other):
            global comparisons
            comparisons += 1
            return self.v < other.v

    result = [c.v for c in sorted(map(Counted, data))]
    assert result == sorted(data)
    print(name, "few" if comparisons < 2 * len(data) else "n log n", result[0], result[-1])
print(sorted([True, 2, 0.5, -1]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[3], [1, 2], []]), sorted(["é", "z", "a", "Z"]), sorted([b"b", b"a"]), sorted([2 ** 70, 1, -2 ** 70, 0]), sorted([float("inf"), 1, float("-inf")]))
for bad in ([1, "a"], [None, 1], [{}, {}], [1j, 2j], [[1], ["a"]], [(1, 2), (1, "a")], [object(), object()], ["a", b"a"]):
    try:
        sorted(bad)
    except TypeError as error:
        print(error)


class OnlyGt:
    def __init__(self, v):
        self.v = v

    def __gt__(self, other):
        return self.v > other.v

    def __repr__(self):
        return f"g{self.v}"


class Truthy:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return [0] if self.v < other.v else []

    def __repr__(self):
        return f"t{self.v}"


print(sorted([OnlyGt(3), OnlyGt(1), OnlyGt(2)]), sorted([Truthy(3), Truthy(1), Truthy(2)]))


class NotImplementedLt:
    def __lt__(self, other):
        return NotImplemented


try:
    sorted([NotImplementedLt(), NotImplementedLt()])
except TypeError as error:
    print(error)
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
data = [3, 1, 2]
print(data.sort(), data, data.sort(reverse=True), data, sorted(data) is data, sorted(tuple(data)), sorted(dict.fromkeys(data)), sorted("hello world", key=lambda c: (c == " ", c)))
records = [{"name": n, "age": a} for n, a in [("bob", 30), ("al", 25), ("cy", 30), ("di", 25)]]
print([r["name"] for r in sorted(records, key=lambda r: (-r["age"], r["name"]))], [r["name"] for r in sorted(sorted(records, key=lambda r: r["name"], reverse=True), key=lambda r: r["age"])])
print(min(records, key=lambda r: r["age"])["name"], max(records, key=lambda r: r["age"])["name"], sorted(range(10), key=lambda x: (x % 3, -x)))
