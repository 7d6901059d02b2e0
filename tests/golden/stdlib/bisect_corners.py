"""Bisection: bounds, keys, failing comparisons and sequences of one's own."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import bisect
from bisect import bisect_left, bisect_right, insort, insort_left


class Sequence:
    def __init__(self, *items):
        self.items, self.log = list(items), []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        self.log.append(i)
        return self.items[i]

    def insert(self, i, item):
        self.log.append(("insert", i, item))
        self.items.insert(i, item)


a = [1, 2, 2, 3, 5]
s = Sequence(1, 3, 5, 7)
ask("""
bisect_left(a, 2), bisect_right(a, 2), bisect.bisect(a, 0), bisect_right(a, 9), bisect_left([], 1), bisect_left(a, 2.5)
bisect_left(a, 2, 2), bisect_right(a, 2, 0, 2), bisect_left(a, 5, lo=1, hi=3), bisect_left(a, 2, hi=None), bisect_right(a, 3, 10, 2)
bisect_left(a, 2, -1)
bisect_left(a, 2, 0, 100)
bisect_left(a, 2, "x")
bisect_left(a, 2, 0, "x")
bisect_left(a, "x")
bisect_left(5, 1)
bisect_left(a)
bisect_left({}, 1)
bisect_left({1: 2}, 1)
bisect_left(["a", "bb", "cccc"], 3, key=len), bisect_right(["a", "bb", "cccc"], 2, key=len), bisect_left([3, 2, 1], -2, key=lambda x: -x)
bisect_left(a, 2, key=5)
bisect_left(["a"], 1, key=lambda x: 1 / 0)
bisect_left(s, 5), s.log
bisect_right(s, 6, 1), s.log
insort(s, 6), s.log, s.items
insort(s, "x")
insort_left([1, 2], 1.5), insort(a, 2, 0, 1), a
insort_left(a, 2.0, key=None), a
insort((1, 2), 1)
insort([1], 2, key=lambda x: -x)
bisect.insort is bisect.insort_right, bisect.bisect is bisect.bisect_right
bisect_left(range(0, 100, 7), 50), bisect_right("abcx", "c"), bisect_left(range(2**62), 2**61)
""")
