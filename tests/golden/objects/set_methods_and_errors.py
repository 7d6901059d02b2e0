"""Every set and frozenset method with odd arguments, and the text of every error."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class S(set):
    pass


class F(frozenset):
    pass


def srt(x):
    return sorted(x, key=repr)


s = {1, 2, 3}
f = frozenset(s)
ask(r'''
set(), frozenset(), srt(set("abc")), srt(frozenset([1, 1])), set({1: 2}), S([1]), F([1]), frozenset(f) is f, type(frozenset(F())), type(set(S())), F(F([1])), repr(S()), repr(frozenset()), repr(F([2]))
set(5)
set(1, 2)
set(a=1)
set([[]])
frozenset([{}])
frozenset(a=1)
set(None)
s.add(4), s.add(4), srt(s), s.discard(4), s.discard("none"), s.remove(3), srt(s), s.add(3)
s.add([])
s.add()
s.remove(99)
s.remove([])
s.remove({1})
s.discard([])
frozenset({1}) in {frozenset({1})}, {1} in {frozenset({1})}, {frozenset({1})} - {frozenset({1})}
s.discard({1, 2}), s.__contains__({1}), {1} in s
[] in s
{} in s
S().pop()
{7}.pop(), S([7]).pop()
s.pop(1)
s.copy() == s, s.copy() is s, f.copy() is f, F([1]).copy().__class__, S([1]).copy().__class__
srt(s | {9}), srt(s & {1, 9}), srt(s - {1}), srt(s ^ {1, 9}), type(s | f), type(f | s), type(S() | s), type(F() & s), type(s - F())
s | [1]
s & "a"
s - (1,)
s ^ None
[1] | s
s + s
s * 2
srt(s.union([4], "a", {5: 6})), s.union() == s, s.union() is s, srt(s.intersection([1, 2], (2, 3))), s.intersection() == s, srt(s.difference([1], [2])), s.difference() == s, srt(s.symmetric_difference([1, 9]))
s.union(5)
s.union([[]])
s.intersection(5)
s.intersection([[]])
s.difference(5)
s.symmetric_difference()
s.symmetric_difference([1], [2])
s.update([7], "b"), s.difference_update([7], "b"), s.intersection_update([1, 2, 3]), s.symmetric_difference_update([3, 8]), srt(s), s.update(), s.symmetric_difference_update([3, 8])
s.update(5)
s.update(None)
s.intersection_update(5)
s.issubset([1, 2, 3, 4]), s.issuperset([1]), s.isdisjoint([9]), s.isdisjoint("a"), f.issubset(f), s <= f, s < f, s >= {1}, s > {1}, s == f, s != {1}, set() <= s, s.issubset(range(9))
s.issubset(5)
s.isdisjoint(5)
s.issuperset([[]])
s < [1]
s >= "a"
s == [1, 2, 3], s.__lt__([1]), s.__eq__(5), s.__or__([1]), s.__ror__(5), s.__sub__("a"), s.__and__({})
s.__ior__({10}), s.__isub__({10}), s.__iand__({1, 2, 3}), s.__ixor__(set()) == s, s.__ior__([1])
f.__class__, f.add if hasattr(f, "add") else "frozen", hash(f) == hash(frozenset([3, 2, 1])), hash(frozenset()), hash(F()) == hash(frozenset()), {f: 1}[frozenset({1, 2, 3})]
hash(s)
{s}
f.remove(1)
{1, 1.0, True}, {0, False, 0.0}, len({float("nan"), float("nan")}), {"a", "a"}, {*"a", *[1]} == {"a", 1}
{*5}
{[]}
repr({1}), repr(frozenset({1})), repr({frozenset()}), repr(S({1})), str(set()), f"{ {1} }"
len(s), bool(set()), bool(f), list(iter({5})), iter({5}).__length_hint__(), s.__len__(), s.__contains__(1), s.__sizeof__() > 0
s.__reduce__()[0], f.__reduce__()[1] == ([1, 2, 3],), S([1]).__reduce__()
set.__new__(S, 5), type(set.__new__(S)), frozenset.__new__(F, [1]), set.__init__(s, [6]), s
frozenset.__new__(int)
set.__init__(s, 1, 2)
s[0]
s.nope
setattr(set(), "x", 1)
set[int], frozenset[int], set.__class_getitem__(str)
min({3, 1, 2}), sum(frozenset({1, 2})), sorted({"b", "a"}), max({1, 5})
''')
