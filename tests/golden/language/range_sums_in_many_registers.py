"""Sums at the end of loops over ranges, where the loop's registers are few or many."""


def few(n, start):
    s = start
    for i in range(n):
        s += i
    return s


def stops(n):
    s = 0
    for i in range(n):
        if i == 3:
            continue
        s += i
    else:
        s += 0.5
    return s


def other(items):
    s = items[0]
    for item in items[1:]:
        s += item
    return s


names = [f"v{i}" for i in range(300)]
source = "def many(n):\n"
source += "".join(f"    {name} = {i}\n" for i, name in enumerate(names))
source += "    s = 0\n    for i in range(n):\n        s += i\n"
source += "    for v299 in range(n):\n        v0 += v299\n"
source += "    return s, v0, i, v299, v150\n"
space = {}
exec(source, space)

print(few(10, 0), few(10, 0.25), few(0, 7), few(3, True), few(5, 2**50 - 3), few(4, 2**70))
print(stops(6), stops(0))
print(other([1, 2, 3]), other([1.5, 2, 3]), other(["a", "b"]), other([[1], [2]]), other([(1,), (2, 3)]))
print(space["many"](10))
try:
    few(3, "x")
except TypeError as error:
    print(error)
try:
    other([1, None])
except TypeError as error:
    print(error)
for start in (2**50 - 12, -(2**50) - 5):
    print([few(n, start) for n in range(8)])
