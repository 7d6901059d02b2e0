"""Every list method with odd arguments, and the text of every error."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class L(list):
    pass


a = [3, 1, 2]
ask(r'''
list(), list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "ab"), list(list([1])), L("ab"), type(L([1]) + [2]), type(L([1])[:]), type(L([1]) * 2), type(L([1]).copy())
list(5)
list(1, 2)
list(iterable=[1])
list(None)
a.append(5), a.extend("xy"), a.insert(0, "z"), a.insert(-1, "w"), a.insert(100, "e"), a.insert(-100, "s"), a
a.append()
a.append(1, 2)
a.extend(5)
a.extend()
a.insert(1)
a.insert("a", 1)
a.insert(1.5, 1)
a.insert(Index(1), "i"), a.pop(Index(1)), a.pop(), a.pop(0), a.pop(-1), a
a.pop(100)
a.pop(-100)
a.pop("a")
a.pop(1, 2)
[].pop()
a.remove(1), a
a.remove(99)
a.remove()
a.index(2), a.index(2, 0, 100), a.index(2, -5), [1, 2, 1].index(1, 1), [1, 2, 1].index(1, -1), [1].index(True), [1.0].index(1)
a.index("nope")
a.index(2, 50)
a.index(2, "a")
a.index(2, None)
a.index()
a.count(2), [1, 1.0, True].count(1), [float("nan")].count(float("nan")), [[]].count([])
a.reverse(), a, a.copy(), a.copy() is a, a.clear(), a, a.extend([5, 4, 6])
a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: -x), a, a.sort(key=str, reverse=1)
a.sort(5)
a.sort(key=1)
a.sort(foo=1)
[1, "a"].sort()
[1j, 2j].sort()
[[1, "a"], [1, 2]].sort()
[None, None].sort()
a[0], a[-1], a[Index(1)], a[1:], a[::-1], a[:0], a[5:1], a[-2:], a[::2], a[2**70:], a[-(2**70):2]
a[3]
a[-4]
a["x"]
a[1.0]
a[None]
a[(1,)]
a[::0]
a["a":]
a[2**70]
a.__setitem__(5, 1)
a.__setitem__("a", 1)
a.__setitem__(slice(0, 1), 5)
a.__setitem__(slice(None, None, 2), [1])
a.__setitem__(slice(0, 2, 0), [1])
a.__delitem__(9)
a.__delitem__("a")
a.__delitem__(slice(None, None, 0))
a + [1], [1] + a, a * 2, 2 * a, a * 0, a * -1, a * True, a * Index(2), Index(2) * [0]
a + (1,)
a + None
a * 1.5
a * "a"
a * a
[0] * 2**62
a - a
-a
a.__iadd__("xy"), a.__iadd__({7: 8}), a.__imul__(Index(1)), a.__imul__(0), a
a.__iadd__(5)
a.__imul__("a")
[1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], [1] != (1,), [2] > [1, 9], [1] <= [1], [[]] >= [[]]
[1] < (1,)
[1] < ["a"]
[1, 2] < [1, None]
[1].__lt__(5), [1].__eq__((1,)), [1].__contains__(1.0), [].__bool__ if hasattr([], "__bool__") else "none", [1].__len__(), [1].__reversed__().__class__, [1, 2].__getitem__(slice(1))
hash([])
{[]: 1}
{[1]}
1 in [1.0], None in [], "a" in ["abc"], [] in [[]]
[[1, 2], [3]][0][1], repr([[], [[]], (1,), "a'b", b"c", 1.5, None]), str(L([1])), f"{[1]!r:>6}"
f"{[1]:>6}"
(r := [1], r.append(r), repr(r), r == r, len(r))[2:]
[1, 2].__init__([5]), list.__new__(list, 5), list.__new__(L)
list.__new__(int)
list.__new__()
list.append(5, 1)
list.append()
[].__class_getitem__(int), list[int, str], list.__doc__[:20], [].__sizeof__() > 0
[].foo
[].foo()
setattr([], "x", 1)
setattr(L(), "x", 1)
''')
