"""Places of bisection and ranges that do not fit a small int."""

from bisect import bisect, bisect_left, insort
from collections import deque
from itertools import count, islice

r = range(2**62)
print(bisect_left(r, 2**61), bisect(r, 2**61), bisect_left(r, -1), bisect_left(r, 2**62 - 1), bisect(r, 2**70) == 2**62)
for bits in (49, 50, 51, 52, 61):
    print(bits, bisect_left(range(2 ** (bits + 1)), 2**bits), bisect(range(0, 2**62, 3), 2**bits))


class Endless:
    def __len__(self):
        return 2**60

    def __getitem__(self, i):
        return i * 2

    def insert(self, i, x):
        print("insert", i, x)


print(bisect_left(Endless(), 2**55 + 1))
insort(Endless(), 2**57)
print(list(islice(count(2**50 - 2), 4)), list(islice(count(-(2**50) + 1, -1), 3)), list(enumerate("abc", 2**50 - 1)))
print(() * 2**49, [] * 2**62, "" * 2**60, b"" * 2**60, bytearray() * 2**60, deque() * 2**40, range(0)[:: 2**60])
t = ()
t *= 2**49
l = []
l *= 2**61
print(t, l)
