"""operator: getters, callers, comparison and item functions, and the text of every error."""

import operator as op


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class A:
    b = 1

    class c:
        d = 2

    def m(self, *args, **kw):
        return args, kw


class Hint:
    def __init__(self, answer):
        self.answer = answer

    def __length_hint__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


a = A()
ask(r'''
op.attrgetter("b")(a), op.attrgetter("b", "c.d")(a), op.attrgetter("c.d")(a), repr(op.attrgetter("a", "b.c")), op.attrgetter("b") == op.attrgetter("b")
op.attrgetter()
op.attrgetter(5)
op.attrgetter("b", 5)
op.attrgetter("x")(a)
op.attrgetter("b.x.y")(a)
op.attrgetter("b")()
op.attrgetter("b")(a, 1)
op.attrgetter("b", foo=1)
op.itemgetter(1)("abc"), op.itemgetter(0, -1)("abc"), op.itemgetter("k")({"k": 1}), op.itemgetter(slice(1))("abc"), repr(op.itemgetter(1, "a"))
op.itemgetter()
op.itemgetter(5)("abc")
op.itemgetter("a")([1])
op.itemgetter(0)(5)
op.itemgetter(0)()
op.methodcaller("upper")("a"), op.methodcaller("m", 1, k=2)(a), repr(op.methodcaller("m", 1, k=2)), op.methodcaller("split", "b")("abc")
op.methodcaller()
op.methodcaller(5)
op.methodcaller("nope")(5)
op.methodcaller("upper")()
op.methodcaller("upper", 1)("a")
op.add(1, 2), op.sub(5, 3), op.mul("a", 2), op.truediv(1, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.neg(1), op.pos(1), op.abs(-1), op.inv(1), op.invert(0), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 3), op.rshift(8, 1)
op.add(1, "a")
op.matmul(1, 2)
op.add(1)
op.neg("a")
op.iadd([1], [2]), op.imul([1], 2), op.ior({1}, {2}), op.iconcat([1], (2,)), op.isub(5, 1), op.ipow(2, 3), op.ixor(5, 1)
op.iadd((1,), [2])
op.iconcat(1, 2)
op.concat("a", "b"), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.getitem("abc", 1), op.length_hint([1, 2]), op.length_hint(iter([1])), op.length_hint(5, 7), op.length_hint(Hint(3)), op.length_hint(Hint(NotImplemented), 4)
op.concat(1, 2)
op.concat([1], "a")
op.contains(5, 1)
op.countOf(5, 1)
op.indexOf([1], 5)
op.getitem([1], 5)
op.setitem([1], 5, 1)
op.delitem([1], 5)
op.length_hint(Hint(-1))
op.length_hint(Hint("a"))
op.length_hint(Hint(ValueError("v")))
op.length_hint(Hint(TypeError("t")), 9)
op.length_hint([], "a")
op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(1, 2), op.is_(None, None), op.is_not(1, None), op.not_([]), op.truth([0]), op.index(True), op.call(max, 1, 2), op.is_none(None), op.is_not_none(0)
op.lt(1, "a")
op.index(1.5)
op.index("a")
op.call()
op.call(5)
op.not_()
op.is_(1)
op.__add__ is op.add, op.__lt__(1, 2), op.__not__(0), len([n for n in dir(op) if not n.startswith("_")]) > 50
''')
l = [1, 2, 3]
op.setitem(l, 0, "x")
op.delitem(l, slice(1, 2))
print(l, sorted([(2, "a"), (1, "b")], key=op.itemgetter(1)), max([a, a], key=op.attrgetter("b")) is a)
