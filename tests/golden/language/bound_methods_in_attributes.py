"""Bound methods that objects keep and call by their own names, with arguments that are right, missing and too many."""

import sys


class Writer:
    def __init__(self):
        self.out = []
        self.depth = 0

    def write(self, text):
        self.out.append(text)
        return len(text)

    def more(self, a, b=2, *rest, key=None):
        return a, b, rest, key

    def nothing(self):
        return "nothing"

    def again(self, n):
        return self.step(n - 1) + 1 if n else 0


class User:
    def __init__(self, writer):
        self.write = writer.write
        self.more = writer.more
        self.nothing = writer.nothing
        self.length = [1, 2, 3].__len__
        self.plain = lambda x: ("plain", x)

    def use(self, text):
        self.write(text)
        return self.write(text + str(len(text))), self.nothing(), self.more(1), self.more(1, 2, 3), self.more(1, key=3), self.length(), self.plain(4)

    def nested(self, x):
        return self.write("a" + ("b" if x else "c")), self.plain(self.write("z")), self.more(self.nothing(), self.nothing())


w = Writer()
u = User(w)
for i in range(3):
    print(u.use("x" * i), u.nested(i))
print(w.out)
for bad in (lambda: u.write(), lambda: u.write(1, 2), lambda: u.nothing(1), lambda: u.more(), lambda: u.write(text=3), lambda: u.length(1)):
    for _ in range(2):
        try:
            print(bad())
        except TypeError as error:
            print(error)
w.step = w.again
print(w.again(50), w.step(200))
try:
    w.step(10**9)
except RecursionError as error:
    print(type(error).__name__, sys.getrecursionlimit())


class Static:
    both = staticmethod(w.write)


class Inherits(User):
    write = 5

    def __init__(self):
        pass


print(Static.both("s"), Static().both("t"))
i = Inherits()
for _ in range(2):
    try:
        i.write("x")
    except TypeError as error:
        print(error)
i.write = w.write
print(i.write("own"))
del i.write
try:
    i.write("x")
except TypeError as error:
    print(error)
callbacks = [w.write, u.write, w.nothing]
print([c(*a) for c, a in zip(callbacks, (("1",), ("22",), ()))])


def trace():
    raise ValueError("in a bound method")


class Raises:
    def __init__(self):
        self.call = self.fail

    def fail(self, x):
        trace()


r = Raises()
try:
    r.call("a" + "b" * (1 if r else 2))
except ValueError as error:
    at = error.__traceback__
    while at:
        print(at.tb_frame.f_code.co_name, at.tb_lineno)
        at = at.tb_next
