"""Sets and frozensets: operations, comparison, methods, errors."""


def show(s):
    return f"{type(s).__name__}{sorted(s, key=repr)}"


a, b = {1, 2, 3}, {3, 4}
print(show(a | b), show(a & b), show(a - b), show(a ^ b), show(b - a), len(a), 2 in a, 9 in a, set(), frozenset(), {5}, frozenset([6]), repr({"x"}))
print(show(a.union(b, [9], "z")), show(a.intersection([1, 3, 5], {3})), show(a.difference([1], [2])), show(a.symmetric_difference([3, 9])), show(a.union()), show(set("hello")))
print(a <= {1, 2, 3, 4}, a < a, a <= a, a >= {1}, a > {1}, a == {3, 2, 1}, a != b, a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b), {1} < {2}, {1} > {2})
s = set()
s.add(1)
s.add(1)
s.add((2, 3))
s.update([4, 5], "ab")
s.discard(99)
s.discard(4)
s.remove(5)
print(show(s), len(s))
s |= {10}
s &= {1, 10, "a"}
s -= {"a"}
s ^= {1, 2}
print(show(s))
s.intersection_update([2, 10, 11])
s.difference_update([2])
s.symmetric_difference_update([10, 7])
print(show(s), s.pop(), s, s.copy() is s)
f = frozenset([1, 2])
print(show(f | {3}), show({3} | f), show(f & {1}), f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset({2, 1})], f in {f}, show(f.union([5])), frozenset(f) is f, show(f - {1}), {1, 2} in [f])
t = f
t |= {9}
print(show(t), show(f), {1, 2} in {f})
print(show({x % 3 for x in range(10)}), show({*[1, 2], *"ab"}), show({1, 1.0, True}), len({"a", "b", "a"}), {0, False, 0.0} == {0}, show({(1, 2), (1, 2)}), bool(set()), bool({0}))


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("{[]}", "{{}}", "{{1}}", "set(5)", "set(1, 2)", "set([[]])", "set().pop()", "{1}.remove(2)", "{1}.remove('x')", "{1}.remove([])", "{1} | [2]", "{1} + {2}", "{1} & 5", "[1] | {1}", "{1} < [1]", "{1} < 5", "hash({1})", "hash(frozenset([1])) is not None",
               "{1}[0]", "{1}.add()", "{1}.add([])", "{1}.union(5)", "{1}.update(5)", "frozenset().add(1)", "frozenset(1, 2)", "[] in {1}", "{1} in {1}", "{1}.discard([])", "set(x=1)", "{1}.missing", "{1}.issubset(5)", "{1} - (1,)", "set.add({1})", "{1} == [1]",
               "frozenset([1]) | {2} == {1, 2}", "{1}.intersection(5)", "{1}.isdisjoint(5)", "-{1}", "{1} * 2", "next({1})", "{1}.pop(1)"):
    attempt(source)


def grow():
    s = {1, 2, 3}
    for x in s:
        s.add(x + 10)


def shrink():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)


for function in (grow, shrink):
    try:
        function()
    except RuntimeError as error:
        print(error)
big = set(range(2000))
big -= set(range(0, 2000, 2))
big &= set(range(1000))
big |= {10 ** 20, -1, 2 ** 70}
print(len(big), sum(big) - 10 ** 20 - 2 ** 70, 10 ** 20 in big, 999 in big, 998 in big, min(big), sorted(big)[:4])


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v) % 2

    def __eq__(self, other):
        return self.v == other.v

    def __repr__(self):
        return f"K{self.v}"


print(show({Key(i % 5) for i in range(20)}), Key(3) in {Key(3)}, len({Key(1), Key(3)}), show({Key(1), Key(2)} & {Key(2), Key(4)}))


class Sub(set):
    def __repr__(self):
        return f"Sub{sorted(self)}"


s = Sub([2, 1])
print(s, s | {3}, type(s | {3}).__name__, type(s.copy()).__name__, s == {1, 2}, type({3} | s).__name__, Sub() or "empty")
words = "a b a c b d".split()
seen = set()
print([w for w in words if not (w in seen or seen.add(w))], len(seen), list(dict.fromkeys(words)), set(words) == seen, sorted(set(words) - {"a"}), max({3, 1, 2}), sum({1, 2}))
recursive = [1]
print({frozenset([frozenset()])} == {frozenset({frozenset()})}, frozenset([1]) == {1}, {1} == frozenset([1]), hash(frozenset()) == hash(frozenset()), {frozenset([1]), frozenset([1])} == {frozenset([1])})
