"""The operators as functions, and what fetches."""
import operator as op

print(op.add(1, 2), op.sub(1, 2), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 8), op.neg(3), op.pos(-3), op.invert(5), op.inv(5), op.abs(-2))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(3, 2), op.not_([]), op.truth([0]), op.is_(None, None), op.is_not(1, None), op.is_none(None), op.is_not_none(None))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.index(True), op.concat([1], [2]), op.contains([1], 1), op.countOf([1, 2, 1], 1), op.indexOf([1, 2], 2))
x = [1]; y = op.iadd(x, [2]); print(x, y is x, op.iconcat([1], [2]), op.ior({1}, {2}), op.imul(2, 3), op.ipow(2, 3))
d = {"a": 1}; op.setitem(d, "b", 2); op.delitem(d, "a"); print(d, op.getitem([5, 6], 1), op.getitem("abc", slice(1, 3)))
g = op.itemgetter(1); h = op.itemgetter(0, -1, slice(0, 2)); print(g("xyz"), h([1, 2, 3]), g, h, op.itemgetter("k")({"k": 5}))
a = op.attrgetter("real"); b = op.attrgetter("__class__.__name__", "imag"); print(a(3), b(2.5), a, b)
m = op.methodcaller("split", ",", maxsplit=1); print(m("a,b,c"), m, op.methodcaller("upper")("x"), op.call(max, 1, 2, key=lambda v: -v))
print(sorted([("b", 1), ("a", 2)], key=op.itemgetter(0)), op.length_hint([1, 2]), op.length_hint(5, 9), op.length_hint(iter("abc")), op.matmul.__name__)
for f in (lambda: op.itemgetter(), lambda: op.attrgetter(), lambda: op.attrgetter(1), lambda: op.methodcaller(), lambda: op.methodcaller(1), lambda: g(), lambda: g(1, 2), lambda: g(5), lambda: a(x=1), lambda: op.attrgetter("a.b")(1), lambda: op.add(1), lambda: op.add(1, "a"), lambda: op.neg("a"), lambda: op.index("a"), lambda: op.concat(1, 2), lambda: op.indexOf([1], 3), lambda: op.contains(1, 2), lambda: op.length_hint(1, "a"), lambda: op.abs("a"), lambda: op.lt(1, "a")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
