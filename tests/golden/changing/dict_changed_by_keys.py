"""Dicts whose keys change them from __eq__ and __hash__ while they are read and written."""

class Key:
    def __init__(self, n, action=None):
        self.n = n
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


def fresh():
    return {Key(1): "a", Key(2): "b", Key(3): "c"}


def attempt(name, work, d):
    try:
        print(name, work(), d)
    except Exception as error:
        print(name, type(error).__name__, error, d)


actions = {
    "clear": lambda d: d.clear(),
    "pop": lambda d: d.popitem(),
    "grow": lambda d: d.update({n: n for n in range(30)}),
    "same": lambda d: d.__setitem__("x", 1),
    "raise": lambda d: 1 / 0,
}
works = {
    "get": lambda d, k: d.get(k),
    "item": lambda d, k: d[k],
    "in": lambda d, k: k in d,
    "set": lambda d, k: d.__setitem__(k, "new"),
    "del": lambda d, k: d.__delitem__(k),
    "pop": lambda d, k: d.pop(k, "none"),
    "default": lambda d, k: d.setdefault(k, "new"),
    "update": lambda d, k: d.update([(k, "new")]),
    "or": lambda d, k: len(d | {k: 1}) > 0,
    "keys": lambda d, k: k in d.keys(),
    "items": lambda d, k: (k, "b") in d.items(),
}
for action, change in actions.items():
    for work, do in works.items():
        for n in (2, 9):
            d = fresh()
            key = Key(n, lambda: change(d))
            attempt(f"{action} {work} {n}", lambda: do(d, key), len(d) > 3 or list(d.values()))
for action, change in actions.items():
    d, e = fresh(), fresh()
    list(d)[1].action = lambda: change(e)
    attempt(action + " ==", lambda: d == e, len(d))
    d = fresh()
    list(d)[0].action = lambda: change(d)
    attempt(action + " fromkeys", lambda: len(dict.fromkeys([*d, Key(1)])), len(d) > 3)
