"""Deques: rotation, bounds, changes while iterating and comparing, and refusals."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import copy
from collections import deque

d = deque(range(5))
b = deque("abc", 3)


class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


def change_while(action):
    d = deque(range(5))
    it = iter(d)
    next(it)
    action(d)
    return list(it)


def hostile(name, *args):
    d = deque()
    d.extend(Clears(d) for _ in range(4))
    return getattr(d, name)(*args)


ask("""
d.rotate(2), d, d.rotate(-1), d, d.rotate(), d, d.rotate(2**62), d, d.rotate(-(2**62)), d, deque().rotate(3)
d.rotate("x")
d.rotate(2**70)
b, b.append("d"), b, b.appendleft("z"), b, b.extend("123456"), b, b.extendleft("xy"), b, b.maxlen, d.maxlen, b + deque("q"), b * 2, b.copy(), b.__reduce__()[1]
b.insert(1, "full")
d.insert(1, "in"), d.insert(-100, "first"), d.insert(100, "last"), d.insert(-1, "before last"), d
d.insert("x", 1)
d.index("in"), d.index("last", -3), d.count("in"), d.remove("in"), d.remove("first"), d
d.index("zz")
d.index("last", 0, 2)
d.remove("zz")
d[0], d[-1], d[1:2] if False else 0
d[1:2]
d[100]
d[-100]
d["x"]
d.__setitem__(0, "set"), d.__delitem__(1), d
d.__setitem__(100, 1)
d.__delitem__(100)
deque().pop()
deque().popleft()
deque([1], -1)
deque([1], "x")
deque([1], 2**70)
deque(5)
deque([1], maxlen=0), deque(maxlen=2), deque([1, 2, 3], 2), deque(iterable=[1], maxlen=None) if False else 0
setattr(d, "maxlen", 5)
deque([1, 2]) == deque([1, 2], 5), deque([1]) == [1], deque([1, 2]) < deque([1, 3]), deque([1]) < deque([1, 2]), deque([2]) >= deque([1, 5])
deque([1]) < [1]
deque([1]) + [1]
hash(d)
change_while(lambda d: d.append(1))
change_while(lambda d: d.pop())
change_while(lambda d: d.rotate(1))
change_while(lambda d: d.__setitem__(2, "fine"))
change_while(lambda d: d.clear())
hostile("index", 5)
hostile("count", 5)
hostile("remove", 5)
hostile("__contains__", 5)
hostile("__eq__", deque([1, 2, 3, 4]))
list(reversed(deque("abc"))), reversed(deque("abc")).__length_hint__(), iter(deque("abc")).__length_hint__(), copy.copy(b), copy.deepcopy(b).maxlen, deque("ab") * -1, 2 * deque("a"), deque("a") * 0
deque("a") * "x"
d.__iadd__(d) is d, len(d), d.extend(d), len(d), d.extendleft(d), len(d), d.clear(), d, d.reverse()
d.__imul__(3), bool(d), d.__contains__(1), deque([[]]) == deque([[]]), [x for x in deque("ab", 1)], deque([deque([1])]), type(deque[int])
""")
r = deque([1])
r.append(r)
print(r)


class Sub(deque):
    def __init__(self, tag, *args):
        super().__init__(*args)
        self.tag = tag


print(Sub("t", "ab", 5), Sub("t", [1]) == deque([1]), type(Sub("t") + deque("a")).__name__ if False else "")
