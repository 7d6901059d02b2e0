"""The order of ints in sets, which programs print: pseudo-random changes, and the operators that make new sets."""

state = 12345


def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n


for round in range(12):
    s = set()
    t = set()
    for _ in range(20 + round * 15):
        n = random(60) * [1, 1, 8, 64][random(4)]
        if random(5) < 3:
            s.add(n)
        else:
            s.discard(n)
        if random(2):
            t.add(n + random(3))
    print(list(s))
    print(s | t, s & t, s - t, s ^ t, sep="\n")
    print(t.union(s, range(5)), s.intersection(range(100)), s.difference(t, [3]), s.symmetric_difference(range(0, 50, 7)), sep="\n")
    u = s.copy()
    u |= t
    u -= {x for x in u if x % 3 == 0}
    print(u, frozenset(u), set(frozenset(t)), sep="\n")
    u ^= t
    u &= s
    u.update([1, 2, 3], {n: 0 for n in range(10)})
    print(u)
    while len(u) > 4:
        u.pop()
    print(u, list(dict.fromkeys(s, 0).keys() ^ t))
print({*range(30, 0, -3), *{5, 1, 99}}, {3, 200, 100, 1}, frozenset((3, 200, 100, 1)))
