"""Keys that are equal, nearly equal, or not themselves: what quick searches must not get wrong."""

# One key, three spellings; the first stays.
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, 1 in d, True in d, 1.0 in d, d[True])
for n in (10, 200):
    d = {i: i for i in range(n)}
    print(d[0.0], d[-0.0], d[False], 1.0 in d, n in d, -1 in d, True in {1} and 1.0 in {1})
    d[-1] = "minus one"
    d[-2] = "minus two"
    print(d[-1], d[-2], d[-1.0], d[-2.0])
    del d[-1]
    print(-1 in d, -2 in d)

nan = float("nan")
d = {nan: 1}
print(nan in d, d[nan], nan == nan, nan in {nan})
d = {0.0: "zero"}
print(d[-0.0], d[0], d[False], list({-0.0: 1, 0.0: 2}.items()))
big = 2**70
d = {big: 1, -(2**60): 2}
print(d[2**70], d[float(2**70)], d[-(2**60)], 2**70 + 1 in d)

# Text that is equal and not the same object, short, medium and long; with a hash that was asked for or not.
for n in (0, 1, 2, 7, 8, 9, 15, 16, 17, 40, 300, 700):
    a, b = "k" * n, "".join(["k"] * n)
    c = "k" * (n - 1) + "j" if n else "x"
    d = {a: n}
    print(n, b in d, c in d, d.get(b), d.get(c), a == b, a == c, a != b, a != c, {b} == {a})
    hash(b), hash(c)
    print(b in d, c in d, a == b, a == c, b in {a}, c in {a}, d[b])
    big = {str(i): i for i in range(300)}
    big[a] = -1
    print(big[b], c in big, big["".join(["1", "7"])], a is b if n < 2 else None)


class Text(str):
    """Its own ideas of equality."""

    def __hash__(self):
        print("hash", str.__str__(self))
        return hash("a")

    def __eq__(self, other):
        print("eq", str.__str__(self), other)
        return other == "a"


d = {"a": 1, "b": 2}
print(Text("zzz") in d, d[Text("yyy")], Text("a") in {"a"})
d = {Text("q"): 1}
print("a" in d, "b" in d, d["a"])
d["a"] = 2
print(len(d), d.get("a"))
print([type(k).__name__ for k in d])


class Plain(str):
    pass


d = {Plain("a"): 1}
print(d["a"], "a" in d, Plain("a") in {"a": 1}, {"a": 1}[Plain("a")])
for n in (3, 300):
    d = {Plain(str(i)): i for i in range(n)}
    print(d["2"], d[Plain("2")], "x" in d, set(d) == {str(i) for i in range(n)})


class Int(int):
    def __eq__(self, other):
        print("eq", int(self), other)
        return True

    def __hash__(self):
        return 5


d = {5: "five"}
print(d.get(Int(7)), Int(8) in d, Int(9) in {5})
d = {Int(7): "seven"}
print(d[5], 5 in d, 6 in d)


class Evil:
    """Changes the dict while it is searched."""

    def __init__(self, target, action):
        self.target, self.action = target, action

    def __hash__(self):
        return hash("key")

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action(self.target)
        return False


for action in (
    lambda d: d.clear(),
    lambda d: d.update((str(i), i) for i in range(100)),
    lambda d: d.update({"key": "late"}),
    lambda d: [d.pop(k) for k in list(d)],
):
    for size in (1, 30):
        d = {i: i for i in range(size)}
        d[Evil(d, action)] = "evil"
        print(size, d.get("key"), "key" in d, len(d) > 0)
        d["key"] = 1
        print(d["key"])
        s = set(range(size))
        s.add(Evil(d, action))
        print("key" in s, len(s))

try:
    {}[[]]
except TypeError as e:
    print(e)
try:
    [] in {1}
except TypeError as e:
    print(e)
try:
    [] in {}
except TypeError as e:
    print(e)
try:
    {"a": 1}["b" * 3]
except KeyError as e:
    print(repr(e))
try:
    {1: 1}[-1]
except KeyError as e:
    print(repr(e))
print({1, 2} in {frozenset((1, 2))}, frozenset((1, 2)) in {frozenset((2, 1))}, {frozenset("ab"): 1}[frozenset("ba")])

# Tuples as keys.
d = {(1, "a"): 1, (1.0, "b"): 2, ((), (1,)): 3}
print(d[(True, "a")], d[(1, "b")], d[((), (1.0,))], (1, "c") in d, (nan,) in {(nan,): 1})
print(d.get((1, "".join(["a"]))), (1, [])[0] in d)
try:
    d[(1, [])]
except TypeError as e:
    print(e)
print({b"a": 1}[b"a"], b"a" in {b"a"}, b"a" == bytearray(b"a"), b"" in {b"": 0}, b"ab" * 300 in {b"ab" * 300})

# Deleted entries and reuse.
d = {}
for i in range(1000):
    d[i] = i
    if i >= 5:
        del d[i - 5]
print(list(d), 994 in d, 995 in d)
d = {"a": 1, "b": 2, "c": 3}
del d["a"]
d["a"] = 4
print(d, d["a"], "b" in d)
print([k for k in d if d[k] > 2], d | {"z": 0, "b": 9}, d.copy() == d)
x = {**{str(i): i for i in range(8)}}
y = x | {"8": 8}
print(x, y, len(y), "8" in x)
