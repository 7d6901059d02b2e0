"""The functions of operator with odd operands."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import operator
from operator import *


class Shell:
    def __index__(self):
        return 3

    def __length_hint__(self):
        return 7


class Odd:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


data = {"a": [1, {"b": 2}]}
ask("""
index(Shell()), index(True), length_hint(Shell()), length_hint(5, 3), length_hint([1, 2]), length_hint(Odd(NotImplemented), 4), length_hint(iter([1, 2]))
index(1.5)
length_hint(Odd(-1))
length_hint(Odd("x"))
length_hint(5, "x")
length_hint(5, -1)
itemgetter(1)("abc"), itemgetter(0, -1)("abc"), itemgetter("a")(data), itemgetter(slice(1, 3))("abcd"), itemgetter(1, slice(2))([5, 6, 7])
itemgetter()
itemgetter(5)("abc")
itemgetter("k")({})
itemgetter(1)(5)
itemgetter(1)()
itemgetter(1)("a", "b")
itemgetter(x=1)
repr(itemgetter(1, "a")), repr(attrgetter("a.b", "c")), repr(methodcaller("m", 1, k=2)), itemgetter(1).__reduce__()
attrgetter("real")(5), attrgetter("real", "imag")(5), attrgetter("__class__.__name__")(5)
attrgetter("nope")(5)
attrgetter("real.nope")(5)
attrgetter(5)
attrgetter()
attrgetter("")(5)
methodcaller("split", ",")("a,b"), methodcaller("split", sep="b", maxsplit=1)("abbc"), methodcaller("upper")("x")
methodcaller("nope")(5)
methodcaller()
methodcaller(5)
methodcaller("split")(1, 2)
concat([1], [2]), concat("a", "b"), contains([1], 1), countOf([1, 1.0, True, 2], 1), indexOf("abc", "c"), delitem([1], 0)
concat(1, 2)
concat([1], (2,))
countOf(5, 1)
indexOf([1], 2)
contains(5, 1)
getitem([1], 5)
setitem((1,), 0, 1)
call(len, "abc"), call(dict, a=1), truth([]), not_([]), is_(None, None), is_not(1, None), is_none(None), is_not_none(0)
call()
add(1, "x")
floordiv(7, -2), mod(-7, 3), pow(2, 10), truediv(1, 4), lshift(1, 3), rshift(-9, 1), inv(5), invert(True), neg(True), pos(-2), abs(-3), and_(6, 3), or_(6, 3), xor(6, 3), matmul.__name__
matmul(1, 2)
iadd([1], (2,)), iconcat([1], [2]), imul([1], 2), ior({1}, {2}), iand(6, 3), ixor({1, 2}, {2}), ilshift(1, 2), isub(5, 2), ipow(2, 3), itruediv(1, 2), ifloordiv(7, 2), imod(7, 4), irshift(8, 1)
iconcat(1, 2)
iadd(1, "x")
lt(1, 2), le(2, 1), eq(1, 1.0), ne("a", "b"), ge(1, 1), gt("b", "a")
lt(1, "a")
__add__(1, 2), operator.__lt__ is lt, operator.__getitem__("ab", 0), sorted(n for n in operator.__all__)[:5]
eq(1)
neg("x")
""")
