"""Rich comparison: chains, reflection, NotImplemented, identity as last resort."""


class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)


a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a == c, a != c, a == b, a != b, a < b, a > b, b > a)
print(a == 5, a != 5, 5 == a, a == None)
print(sorted([b, a, c]), max(a, b), len({a, b, c}))
for text in ("a <= b", "a < 5", "5 < a", "a >= b", "a < None"):
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, error)

log = []


class Noisy:
    def __init__(self, name, answer=NotImplemented):
        self.name, self.answer = name, answer


def install(cls, *names):
    for name in names:
        def method(self, other, name=name):
            log.append(f"{self.name}.{name}")
            return self.answer
        setattr(cls, f"__{name}__", method)


install(Noisy, "eq", "ne", "lt", "le", "gt", "ge")


class NoisySub(Noisy):
    pass


install(NoisySub, "eq", "lt", "gt")


def show(text, **scope):
    log.clear()
    try:
        result = eval(text, scope)
    except TypeError as error:
        result = error
    print(text, "->", result, log)


x, y, s = Noisy("x"), Noisy("y"), NoisySub("s")
for op in ("==", "!=", "<", "<=", ">", ">="):
    show(f"x {op} y", x=x, y=y)
    show(f"x {op} s", x=x, s=s)
show("x == x", x=x)
show("x < y", x=Noisy("x", "truthy"), y=y)
show("x < y < z", x=Noisy("x", []), y=y, z=y)
show("x < y < z", x=Noisy("x", 1), y=Noisy("y", "last"), z=y)
show("not x == y", x=Noisy("x", 0), y=y)
show("x in [y]", x=x, y=y)
show("x in [x]", x=x)
show("[x] == [y]", x=x, y=y)
show("[x] == [x]", x=x)
show("(x, 1) < (x, 2)", x=x)

print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True, 1 < 2 > 1 != 0 in [0] is not None)
print(1 is 1, None is None, [] is [], "a" not in "bcd", not 1 in [2])
print((1, 2) < (1, 2, 0), [1, [2]] < [1, [3]], "abc" < "abd", "Z" < "a", "" < "a")
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1} < {2}, {1, 2} == {2, 1}, {1: 2} == {1: 2.0})
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan], (nan,) == (nan,), {nan: 1} == {nan: 1})
print(1 == "1", None == 0, () == [], b"a" == "a", 0.0 == -0.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print(10 ** 400 > 1e308, 10 ** 400 > float("inf"), -10 ** 400 < -1e308, 1 < float("nan"), 2 ** 60 < 2.0 ** 60 + 300)


class NoHash:
    def __eq__(self, other):
        return True


try:
    hash(NoHash())
except TypeError as error:
    print(error)
print(NoHash.__hash__, NoHash() != 1)


class NeOnly:
    def __ne__(self, other):
        return "ne"


print(NeOnly() != 1, NeOnly() == 1)
for text in ("1 < 'a'", "[] < ()", "None < 1", "{} < {}", "1j < 2", "object() > object()", "{1} < [1]", "len < len"):
    try:
        eval(text)
    except TypeError as error:
        print(text, error)
