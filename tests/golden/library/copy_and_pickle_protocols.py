"""copy, deepcopy, replace and pickle with __reduce__, __getstate__, slots, cycles and refusals."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import copy
import pickle
import pickletools
from copyreg import dispatch_table


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Slots:
    __slots__ = ("a", "b", "__weakref__")


class Both(Slots):
    pass


class State:
    def __init__(self):
        self.kept, self.dropped = 1, 2

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__.update(state)


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return (Reduced, (1, 2), {"extra": 3})


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Bad:
    def __init__(self, answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer


class Copies:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return f"deep {type(memo).__name__}"

    def __replace__(self, **changes):
        return f"replaced {changes}"


class MyList(list):
    pass


class MyDict(dict):
    pass


def both_ways(value):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(value, protocol))
        assert type(back) is type(value), protocol
    return back


s = Both()
s.a, s.c = 1, 2
for value in (None, True, 5, -1, 255, 65536, 2**70, -(2**31), 1.5, float("inf"), "text", "é\ud800", b"bytes", bytearray(b"x"), (), (1,), (1, 2, 3, 4), [], [1, [2]], {}, {1: {2: 3}}, {1, 2}, frozenset([1]), 1j, range(3), slice(1, 2), Ellipsis, NotImplemented, int, len, Plain, print, type(None)):
    print(repr(both_ways(value))[:60])
print(both_ways(Plain([1])) == Plain([1]), vars(both_ways(State())), both_ways(Reduced()).extra, both_ways(NewArgs(1, 2)))
m = MyList([1])
m.tag = "t"
print(both_ways(m), both_ways(m).tag, copy.copy(m).tag, copy.deepcopy(MyDict(a=[1])), type(copy.copy(MyDict())))
back = pickle.loads(pickle.dumps(s, 2))
print(back.a, back.c, hasattr(back, "b"), copy.copy(s).a, copy.deepcopy(s).c)
t(pickle.dumps, s, 0)
circle = [1]
circle.append(circle)
back = both_ways(circle)
print(back[1] is back, copy.deepcopy(circle)[1][0])
d = {}
d["self"] = (d,)
print(both_ways(d)["self"][0]["self"][0] is not None, copy.deepcopy(d)["self"][0].keys())
shared = [1]
back = both_ways([shared, shared])
print(back[0] is back[1], copy.deepcopy([shared, shared])[0] is shared)
for answer in (5, (), (1,), (int,), (int, 5), (5, ()), (int, ("1",), None, None, None, None, 7), None):
    t(pickle.dumps, Bad(answer))
t(lambda: pickle.dumps((i for i in "ab")))
t(pickle.dumps, iter([1]).__class__)
t(pickle.loads, b"\x80\x09.")
t(pickle.loads, b"cnothing\nhere\n.")
t(pickle.loads, b"cbuiltins\nnothing\n.")
t(pickle.dumps, 1, 99)
t(copy.copy, Copies())
t(copy.deepcopy, Copies())
t(copy.replace, Copies(), a=1)
t(copy.replace, 5)
print(copy.copy(len) is len, copy.deepcopy(int) is int, copy.copy((1,)) == (1,), copy.deepcopy(([],))[0], copy.copy({1}) == {1}, copy.copy(bytearray(b"x")), copy.deepcopy({1: [2]}), copy.deepcopy(None), copy.copy(slice(1)) == slice(1))
t(copy.copy, Bad(5))
memo = {}
x = [1]
print(copy.deepcopy(x, memo) is memo[id(x)], len(memo))
print([o.name for o, a, p in pickletools.genops(pickle.dumps((1, "a", [None, True], {"k": 1.5}), 2))])
print(pickle.dumps([1, "a"], 0), pickle.dumps({"a": (1, 2)}, 2), pickle.dumps("x", 4))
