"""Comparison of tuples: plain items, nested ones, and those that only their classes can compare."""

import itertools
import operator

nan = float("nan")


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Odd) and self.n == other.n

    def __lt__(self, other):
        return self.n > other.n if isinstance(other, Odd) else NotImplemented

    __hash__ = None


class Mine(tuple):
    def __lt__(self, other):
        return "mine"


TUPLES = [
    (), (1,), (1, 2), (2,), (1.0,), (1.0, 2), (True, 2), ("a",), ("a", 1), ("ab",), ("",), ("é", 1), (b"a",), (nan,), (nan, 1),
    (1 << 60,), (1 << 60, 1), (0.5, "x"), (None,), (None, 1), ((1, 2), 3), ((1, 3), 2), ((1, 2.5), 3), (((1,),),), (((2,),),),
    ((((1,),),),), ((((2,),),),), (Odd(1),), (Odd(2), 1), Mine((1,)), ([1], 2), ([1], 3), (1, None), (1, "b"),
]
for op in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge):
    answers = []
    for a, b in itertools.product(TUPLES, repeat=2):
        try:
            answers.append(str(op(a, b))[:1])
        except TypeError as error:
            answers.append("x")
    print(op.__name__, "".join(answers))
try:
    (1, "b") < (1, 2)
except TypeError as error:
    print(error)
try:
    ((1, None), 2) < ((1, 2), 2)
except TypeError as error:
    print(error)
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1,), ()]), sorted([(1, (2, 3)), (1, (2,)), (0, (9,))]))
print(sorted(["b", "a", "", "ab", "é", "z", "aa"]), "a" < "", "" < "a", "" <= "", "b" > "ab")
print(min([3, 1, 2]), max((3, 1, 2)), min(["b", "a"]), max([1, 2.5, True]), max(x for x in (1, 5, 2)))
items = [1, 2, 3, 4]
print(max(items, key=lambda n: items.append(9) or n if len(items) < 8 else n), items)
print(min(items, key=lambda n: (items.pop(), -n)[1]), items)
try:
    min([])
except ValueError as error:
    print(error)
print(min([], default=7), max((), default=8), min([0.0, -0.0]), max([True, 1]), max([1, True]))
