"""Tables of dicts and sets grow from inside the object into buffers of the heap and on to memory of their own, and back."""

import gc


def grow(n):
    d = {}
    s = set()
    for i in range(n):
        d[i * 7] = str(i)
        s.add(i * 7)
    assert len(d) == len(s) == n and all(d[i * 7] == str(i) for i in range(n)) and all(i * 7 in s for i in range(n))
    assert (n * 7) not in d and (n * 7) not in s
    return d, s


kept = []
for n in [0, 1, 3, 4, 5, 8, 9, 16, 17, 32, 33, 64, 65, 128, 129, 256, 257, 1000]:
    d, s = grow(n)
    for _ in range(20):
        grow(n)
    kept.append((n, d, s, d.copy(), s.copy(), dict(d), frozenset(s)))
gc.collect()
for n, d, s, d2, s2, d3, s3 in kept:
    assert list(d) == list(d2) == list(d3) == [i * 7 for i in range(n)], n
    assert s == s2 == s3 and sum(s) == sum(d) == sum(i * 7 for i in range(n)), n
print("grown")

for n, d, s, d2, s2, d3, s3 in kept:
    for key in list(d):
        if key % 2:
            del d[key]
            s.discard(key)
    assert len(d) == len(s) == (n + 1) // 2 and set(d) == s
    d2.clear()
    s2.clear()
    d2.update(d)
    s2 |= s
    assert d2 == d and s2 == s
    s2 ^= {0, 7, 14}
    s2 &= s | {7}
    s2 -= {14}
    assert s2 == (s | {7}) - {0, 14} if n > 2 else True
gc.collect()
print(sum(len(d) + len(s) + len(d2) + len(s2) + len(d3) + len(s3) for _, d, s, d2, s2, d3, s3 in kept))

total = 0
for i in range(3000):
    d = {j: j for j in range(i % 40)}
    s = {j for j in range(i % 150)}
    t = set(range(10)) | s
    total += len(d) + len(s) + len(t) + len(s & t) + len(t - s)
print(total)
