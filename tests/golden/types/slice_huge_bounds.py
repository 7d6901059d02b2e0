"""Slices and indices with bounds beyond every machine word, on every sequence."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import array
from collections import UserList, deque

big = 2**200
sequences = ["list(range(5))", "tuple(range(5))", "'abcde'", "'äbcdé'", "b'abcde'", "bytearray(b'abcde')", "range(5)", "memoryview(b'abcde')", "array.array('b', b'abcde')", "UserList(range(5))"]
bounds = ["big:", ":big", "-big:", ":-big", "::big", "::-big", "big:-big:-1", "-big:big:big", "-big:big:-big", "2**63:", ":2**63-1", "-2**63::2**63-1", "::-2**63", "None:None:None", "True:", ":False", "1:None:2"]
for s in sequences:
    for bound in bounds:
        text = f"{s}[{bound}]"
        value = eval(text)
        print(text, value.tolist() if isinstance(value, memoryview) else value)
    ask(f"{s}[::0]\n{s}[1.5:]\n{s}['a':]\n{s}[big]\n{s}[-big]\n{s}[5]\n{s}[-6]\n{s}[1.0]\n{s}['x']\n{s}[None]\n{s}[1, 2]\n{s}[True]")
ask("""
slice(1, 10, 3).indices(5), slice(None, None, -1).indices(5), slice(-big, big, big).indices(big), slice(big, -big, -7).indices(10), slice(None).indices(0)
slice(1, 2, 3).indices(-1)
slice(1, 2, 0).indices(5)
slice(1.5).indices(5)
slice(1, "x").indices(5)
slice(5).indices("x")
slice()
slice(1, 2, 3, 4)
slice(1) == slice(None, 1, None), slice(1, 2) < slice(1, 3), hash(slice(1, 2)) == hash(slice(1, 2)), repr(slice("a", [1])), slice(1).start, slice(1, 2).step
slice(1).__class__, slice(1).__reduce__(), slice(1, 2) == (1, 2, None), slice(1, 2) != slice(1, 2, 1)
slice(1) < 5
slice(1).start.__class__, setattr(slice(1), "start", 5)
hash(slice([], 1))
range(big)[big - 1], range(big)[::big // 3], range(big)[-1], range(0, big, 7)[5:10], range(big)[1:][-2], range(-big, big)[big], range(big).index(big - 5), (big - 1) in range(big), len(range(2**62))
len(range(big))
range(big)[big]
range(5).index(7)
range(5).index("x")
range(5).count(2), range(big).count(-1), range(0, 10, 3).count(4), range(5) == range(0, 5, 1), range(0) == range(5, 2), range(0, 10, 3) == range(0, 12, 3), hash(range(0)) == hash(range(3, 3))
range(1, 2, 0)
range(1.5)
range("x")
range()
range(1, 2, 3, 4)
range(5).start, range(5, 1, -2).step, list(reversed(range(0, 10, 3))), list(range(big, big + 3)), reversed(range(big)).__next__(), bool(range(0)), range(3).__reduce__()
setattr(range(5), "start", 1)
range(5) < range(6)
range(True), range(False, True)
range(10)[2:8:2][::-1], range(10)[::-3], range(10)[5:2], range(10)[-3:], range(10)[-100:100]
deque([1, 2])[big]
deque([1])[0:1]
[1, 2].insert(big, 3), [1, 2].insert(-big, 3), [5].index(5, -big, big)
[1].pop(big)
[1].pop(-big)
[1] * -big, (1,) * 0, "x" * -big
[1] * big
"x" * big
b"x" * big
(1,) * (2**62)
""")
