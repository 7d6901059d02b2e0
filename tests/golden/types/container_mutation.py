"""Containers that are changed by the Python code that their own methods call."""


def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, "|", e)


class Evil:
    """Equal hashes; __eq__ does what it is told."""

    def __init__(self, action=None, h=1):
        self.action = action
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return self is other

    def __repr__(self):
        return "E"


d = {}
d[Evil(lambda: d.clear())] = 1
t(lambda: d.get(Evil()))
print(d)
d = {}
d[Evil(lambda: d.update((i, i) for i in range(100)))] = 1
d[Evil()] = 2
print(len(d))
d = {}
d[Evil(lambda: d.pop(5, None))] = 1
d[5] = 5
t(lambda: d.pop(Evil()))
print(len(d))
d = {}
d[Evil(lambda: d.clear())] = 1
t(d.setdefault, Evil(), "v")
print(d)
d = {Evil(lambda: d.clear()): 1, 2: 2}
t(lambda: d == {Evil(): 1, 2: 2})
s = set()
s.add(Evil(lambda: s.clear()))
s.add(Evil())
print(s)
s = {Evil(lambda: s.update(range(50)))}
print(Evil() in s, len(s))
s = {Evil(lambda: s.clear()), 2, 3}
t(s.discard, Evil())
t(lambda: s & {Evil(), 2})
s = {Evil(lambda: s.clear(), 7)}
t(s.intersection, [Evil(None, 7), 1])
s = {Evil(lambda: s.add(5), 8)}
t(s.difference, [Evil(None, 8)])


class Hash:
    def __hash__(self):
        raise ValueError("no hash")


t(lambda: {Hash(): 1})
t(lambda: {Hash()})
t(lambda: {}.get(Hash()))
t(lambda: {1: 2}[Hash()])
t(lambda: Hash() in {1})


class NotHash:
    __hash__ = None


t(lambda: {NotHash(): 1})
t(lambda: {1: 1}.get(NotHash()))
t(lambda: {NotHash()})
t(lambda: NotHash() in {1})
t(lambda: set([NotHash()]))
t(lambda: dict([(NotHash(), 1)]))
t(lambda: dict.fromkeys([NotHash()]))
t(lambda: {1: 1}.pop(NotHash()))
t(lambda: {}.setdefault(NotHash()))
t(lambda: {1}.remove(NotHash()))


class BadHash:
    def __hash__(self):
        return "x"


t(lambda: {BadHash(): 1})


class BigHash:
    def __hash__(self):
        return 2**100


print(len({BigHash(): 1}), hash(BigHash()))


class StrSub(str):
    def __eq__(self, other):
        return other == "magic"

    def __hash__(self):
        return hash("magic")


d = {StrSub("q"): 1}
print(d["magic"], d.get("magic"), "magic" in d, "q" in d, {"magic": 2}[StrSub("z")])


class Iter:
    """Changes the list while it is read."""

    def __init__(self, target):
        self.target = target

    def __iter__(self):
        for i in range(4):
            self.target.append(i)
            yield i


a = [0]
a.extend(Iter(a))
print(a)
a = [1, 2, 3]
a[0:2] = Iter(a)
print(a)
d = {1: 1}


class Keys:
    def keys(self):
        d[len(d) + 10] = 0
        return ["a", "b"]

    def __getitem__(self, key):
        d.clear()
        return key


d.update(Keys())
print(d)
a = [1, 2, 3]


class Cmp:
    def __lt__(self, other):
        a.clear()
        return True

    def __eq__(self, other):
        a.clear()
        return True


a[:] = [Cmp(), Cmp(), Cmp()]
t(lambda: a < [1, 2, 3])
a[:] = [Cmp(), Cmp(), Cmp()]
t(lambda: a == [1, 2, 3])
print(a)


class Rep:
    def __repr__(self):
        a.clear()
        return "R"


a[:] = [Rep(), Rep(), Rep()]
print(a, a)


class DRep:
    def __repr__(self):
        d.clear()
        return "R"


d = {1: DRep(), 2: DRep()}
print(d, d)


class Idx:
    def __index__(self):
        a.clear()
        return 1


a[:] = [1, 2, 3]
t(lambda: a[Idx()])
a[:] = [1, 2, 3]
t(lambda: a.__setitem__(Idx(), 5))
a[:] = [1, 2, 3]
t(lambda: a[Idx() : 5])
a[:] = [1, 2, 3]
t(lambda: a.pop(Idx()))
a[:] = [1, 2, 3]
t(lambda: a.insert(Idx(), 7))
print(a)
a[:] = [1, 2, 3]
t(lambda: a * Idx())
