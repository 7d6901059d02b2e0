"""`__eq__` and `__hash__`: defaults, inheritance, what removing or adding one does."""


class Neither:
    pass


class OnlyEq:
    def __eq__(self, other):
        return isinstance(other, OnlyEq)


class OnlyHash:
    def __hash__(self):
        return 5


class Both:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Both) and self.v == other.v

    def __hash__(self):
        return hash(self.v)

    def __repr__(self):
        return f"Both({self.v})"


class SubOfBoth(Both):
    pass


class SubEq(Both):
    def __eq__(self, other):
        return super().__eq__(other)


class SubEqKeepsHash(Both):
    def __eq__(self, other):
        return super().__eq__(other)

    __hash__ = Both.__hash__


class NoHash(Both):
    __hash__ = None


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print("TypeError", error)


n = Neither()
print(n == n, n == Neither(), hash(n) == hash(n), n in {n}, len({n, Neither(), n}))
attempt(lambda: hash(OnlyEq()))
print(OnlyEq.__hash__, OnlyEq() == OnlyEq(), OnlyEq() != OnlyEq(), OnlyEq() in [OnlyEq()])
attempt(lambda: {OnlyEq()})
attempt(lambda: {OnlyEq(): 1})
print(hash(OnlyHash()), OnlyHash() == OnlyHash(), len({OnlyHash(), OnlyHash()}))
print(Both(1) == Both(1), hash(Both(1)) == hash(Both(1)), {Both(1), Both(1), Both(2)}, {Both("k"): "v"}[Both("k")], Both(1) in {Both(1): 0})
print(SubOfBoth(1) == Both(1), Both(1) == SubOfBoth(1), len({Both(1), SubOfBoth(1)}), hash(SubEqKeepsHash(3)) == hash(3))
attempt(lambda: hash(SubEq(1)))
attempt(lambda: hash(NoHash(1)))
attempt(lambda: {NoHash(1)})
for wrong in ("x", None, 1.5, 2 ** 100, -1, True):
    C = type("C", (), {"__hash__": lambda self: wrong})
    attempt(lambda: hash(C()) == (hash(wrong) if isinstance(wrong, int) else 0))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0.5) == hash(1 / 2), hash("a") == hash("a"), hash(()) == hash(()), hash((1, "a")) == hash((1.0, "a")), hash(2 ** 61) == hash(1), hash(-1) == hash(-2), hash(float("inf")), hash(None) == hash(None))
print(len({1, 1.0, True, 1 + 0j}), len({0, 0.0, False, -0.0}), {1: "a", True: "b", 1.0: "c"}, len({"1", 1}), len({(1, 2), (1.0, 2)}), {frozenset([1]): 1}[frozenset([1.0])])
for unhashable in ("[]", "{}", "set()", "bytearray()", "([],)", "(1, {})", "slice([])", "[].__class__.__hash__", "{1: 2}.keys()", "{1: 2}.items()"):
    attempt(lambda: unhashable + " " + str(hash(eval(unhashable)))[:0])
log = []


class Logged:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        log.append(f"hash {self.name}")
        return self.h

    def __eq__(self, other):
        log.append(f"{self.name}=={other.name}")
        return self.name[0] == other.name[0]

    def __repr__(self):
        return self.name


a1, a2, b = Logged("a1", 1), Logged("a2", 1), Logged("b", 1)
d = {a1: 1}
d[a2] = 2
d[b] = 3
print(d, log)
log.clear()
print(d[a1], a2 in d, b in [a1, b], log)
log.clear()
print({a1} == {a2}, {a1} | {a2}, [a1] == [a2], (a1, b) == (a2, b), log)


class Mutable:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, other):
        return self.v == other.v


m = Mutable(1)
s = {m}
m.v = 2
print(m in s, Mutable(1) in s, m in list(s), len(s))


class AlwaysEqual:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


print(AlwaysEqual() == 5, 5 == AlwaysEqual(), AlwaysEqual() != 5, None == AlwaysEqual(), AlwaysEqual() in [], 3 in [AlwaysEqual()], [1, 2].index(AlwaysEqual()), [1, 2].count(AlwaysEqual()), (1,) == (AlwaysEqual(),))
