"""Dicts and sets that change while keys hash and compare."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class Key:
    def __init__(self, name, value, action=None):
        self.name, self.value, self.action = name, value, action

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


for action_name in ("clear", "grow", "delete", "raise"):
    for operation in ("get", "set", "pop", "setdefault", "in", "del", "update", "=="):
        d = {}
        first = Key("first", 1)
        d[first] = "one"
        d[Key("second", 2)] = "two"

        def act():
            if action_name == "clear":
                d.clear()
            elif action_name == "grow":
                for n in range(50):
                    d[n + 100] = n
            elif action_name == "delete":
                del d[first]
            else:
                raise ZeroDivisionError("in eq")

        first.action = None
        probe = Key("first", 1, act)
        try:
            match operation:
                case "get":
                    print(d.get(probe, "none"), end=" ")
                case "set":
                    d[probe] = "new"
                case "pop":
                    print(d.pop(probe, "none"), end=" ")
                case "setdefault":
                    print(d.setdefault(probe, "default"), end=" ")
                case "in":
                    print(probe in d, end=" ")
                case "del":
                    del d[probe]
                case "update":
                    d.update({probe: "updated"})
                case "==":
                    print(d == {probe: "one", Key("second", 2): "two"}, end=" ")
        except Exception as error:
            print(type(error).__name__, error, end=" ")
        print(action_name, operation, len(d), list(d.values())[:3])


class Bad:
    def __hash__(self):
        raise ValueError("no hash")


class NotInt:
    def __hash__(self):
        return "x"


class Huge:
    def __hash__(self):
        return 2**70


class Unhashable:
    __hash__ = None


for key in (Bad(), NotInt(), Unhashable(), [], {}, set(), bytearray(), slice([], 1)):
    t(lambda: {key: 1})
    t(lambda: {key})
    t({}.get, key)
    t({1: 1}.pop, key, None)
    t({1}.discard, key)
    t(lambda: key in {})
    t(frozenset, [key])
    t(dict.fromkeys, [key])
print(hash(Huge()) == hash(2**70), {Huge(): 1}.__len__())
t(hash, (1, [2]))
d = {i: i for i in range(5)}
for change in ("d[9] = 9", "del d[0]", "d.pop(1)", "d[2] = 7", "d.clear()", "d.update({2: 8})", "d.popitem()", "d.setdefault(77, 1)"):
    d = {i: i for i in range(5)}
    try:
        for k in d:
            exec(change)
        print(change, "fine", d)
    except RuntimeError as error:
        print(change, error)
    it = iter(d.items())
    next(it, None)
    d["new"] = 1
    t(next, it)
    t(next, it)
    t(it.__length_hint__)
