import operator as o
print(o.itemgetter(1, 2)("abc"), o.attrgetter("real", "imag")(3 + 4j), o.attrgetter("a.b")(type("X", (), {"a": type("Y", (), {"b": 5})})), o.methodcaller("split", ",")("a,b"), o.concat([1], [2]), o.countOf([1, 1, 2], 1), o.indexOf([1, 2], 2), o.length_hint(iter([1, 2])), o.index(True), o.truth([]), o.matmul if True else 0 is not None)
l = [1]; print(o.iadd(l, [2]) is l, l, o.ipow(2, 3), o.setitem(l, 0, 9), l, o.delitem(l, 0), l, o.contains(l, 2), o.is_not(1, 2), o.not_(0), o.floordiv(-7, 2), o.mod(-7, 3), o.inv(5), o.xor(5, 3), o.lshift(1, 4), o.pos(-1), o.call(max, 1, 2), o.is_none(None))
print(repr(o.itemgetter(1)), repr(o.attrgetter("a")), repr(o.methodcaller("f", 1, x=2)))
for make in (lambda: o.itemgetter(), lambda: o.attrgetter(1), lambda: o.indexOf([1], 5), lambda: o.length_hint(1, "a"), lambda: o.index(1.5)):
    try: print(make())
    except (TypeError, ValueError) as error: print(error)
