"""Sets whose elements change them from __eq__ and __hash__ in lookups and in set algebra."""

class Element:
    def __init__(self, n, action=None):
        self.n = n
        self.action = action

    def __hash__(self):
        return 3

    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return isinstance(other, Element) and self.n == other.n


def fresh():
    return {Element(1), Element(2), Element(3)}


actions = {
    "clear": lambda s: s.clear(),
    "pop": lambda s: s.pop(),
    "grow": lambda s: s.update(range(40)),
    "raise": lambda s: [][0],
}
works = {
    "in": lambda s, e: e in s,
    "add": lambda s, e: s.add(e),
    "remove": lambda s, e: s.remove(e),
    "discard": lambda s, e: s.discard(e),
    "update": lambda s, e: s.update([e]),
    "minus": lambda s, e: len(s - {e}) >= 0,
    "and": lambda s, e: len(s & {e}) >= 0,
    "or": lambda s, e: len(s | {e}) >= 0,
    "xor": lambda s, e: len(s ^ {e}) >= 0,
    "subset": lambda s, e: {e} <= s,
    "superset": lambda s, e: s >= {e},
    "disjoint": lambda s, e: s.isdisjoint([e]),
    "ior": lambda s, e: s.__ior__({e}) is s,
    "iand": lambda s, e: s.__iand__({e}) is s,
    "isub": lambda s, e: s.__isub__({e}) is s,
    "ixor": lambda s, e: s.__ixor__({e}) is s,
    "difference": lambda s, e: len(s.difference([e], [e])) >= 0,
    "intersection": lambda s, e: len(s.intersection([e])) >= 0,
    "symmetric": lambda s, e: len(s.symmetric_difference([e])) >= 0,
}
for action, change in actions.items():
    for work, do in works.items():
        for n in (2, 9):
            s = fresh()
            element = Element(n, lambda: change(s))
            try:
                print(action, work, n, do(s, element))
            except Exception as error:
                print(action, work, n, type(error).__name__, "" if isinstance(error, KeyError) else error)
s = fresh()
t = fresh()
for e in t:
    e.action = lambda: s.clear()
print(s == t, len(s))
frozen = frozenset(fresh())
print(len(frozen), hash(frozen) == hash(frozenset(fresh())))
