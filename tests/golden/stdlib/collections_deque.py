"""deque: both ends, the bound, the sequence methods, and errors."""
from collections import deque

d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[3], 3 in d, 9 in d)
d.rotate(2); print(d); d.rotate(-3); print(d); d.rotate(100); print(d)
print(d.pop(), d.popleft(), d.index(3), d.count(3), list(reversed(d)))
d.remove(2); d.insert(1, "x"); d.insert(-1, "y"); d.insert(99, "z"); print(d)
del d[0]; d[0] = "first"; print(d)
d.reverse(); print(d, d.copy() == d, d == deque(), d != deque())
b = deque(range(10), maxlen=3); print(b, b.maxlen); b.append(1); b.appendleft(2); print(b)
print(b + deque([7]), b * 2, deque([1]) * 3, deque([1, 2]) < deque([1, 3]), deque([1]) <= deque([1]))
b += [9]; print(b); b *= 2; print(b)
e = deque([1]); e.append(e); print(e)
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2),
          lambda: deque([1]).index(2), lambda: deque([], maxlen=-1), lambda: deque([], "a"), lambda: deque(5), lambda: deque(1, 2, 3),
          lambda: b.insert(0, 1), lambda: deque([1]) + [2], lambda: deque() < 3, lambda: hash(deque()), lambda: deque()["a"],
          lambda: deque().append(), lambda: deque(itr=3), lambda: deque().foo, lambda: d.rotate("a")):
    try:
        print(f())
    except Exception as err:
        print(type(err).__name__, err)
it = iter(d)
next(it)
d.append(1)
try:
    next(it)
except RuntimeError as err:
    print(err)
class D(deque):
    def __init__(self, *a):
        super().__init__(*a)
        self.tag = 1
x = D("ab")
print(x, x.tag, x.copy(), type(x.copy()).__name__, x.__reduce__()[:3], deque[int])
