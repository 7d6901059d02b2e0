"""Lists of every size, by every way of growing and shrinking; the items stay what they were."""


def check(items, n):
    assert len(items) == n, (len(items), n)
    assert items == list(zip(range(n), range(n))), items


for n in [0, 1, 2, 3, 4, 5, 7, 8, 27, 28, 58, 59, 60, 128, 256, 257, 300]:
    appended = []
    for i in range(n):
        appended.append((i, i))
    check(appended, n)
    check([(i, i) for i in range(n)], n)
    check(appended[:], n)
    check(appended.copy(), n)
    check(list(appended), n)
    check(appended[::-1][::-1], n)
    check(appended[: n // 2] + appended[n // 2 :], n)
    grown = []
    grown += appended
    grown.extend(appended)
    assert len(grown) == 2 * n
    del grown[n:]
    check(grown, n)
    grown[n:] = [(n + i, n + i) for i in range(40)]
    check(grown, n + 40)
    grown[5:5] = appended
    del grown[5 : 5 + n]
    check(grown, n + 40)
    for _ in range(40):
        grown.pop()
    check(grown, n)
    backwards = []
    for i in reversed(range(n)):
        backwards.insert(0, (i, i))
    check(backwards, n)
    assert [backwards.pop(0) for _ in range(n)] == appended
    check(backwards, 0)
    doubled = appended * 2
    assert len(doubled) == 2 * n and doubled[:n] == doubled[n:] == appended
    doubled *= 3
    assert len(doubled) == 6 * n
    doubled.clear()
    doubled.append((0, 0))
    check(doubled, 1)
    first, *rest, last = (appended + appended)[: n + 2] if n > 1 else (0, 1)
    if n > 1:
        assert len(rest) == n and first == (0, 0) and last == (1, 1)
    appended[:] = appended
    check(appended, n)
    appended.extend(appended)
    appended[n:] = []
    check(appended, n)
    appended.reverse()
    appended.sort()
    check(appended, n)
    appended.sort(key=lambda pair: -pair[0])
    appended.reverse()
    check(appended, n)
print("grown")

deep = []
for _ in range(400):
    deep = [deep]
print(len(deep))
holder = [[i] for i in range(50)]
for i in range(400):
    holder[i % 50] = holder[i % 50] + [i]
    if len(holder[i % 50]) > 5:
        holder[i % 50] = []
print(sum(map(len, holder)), sum(sum(part) for part in holder))
