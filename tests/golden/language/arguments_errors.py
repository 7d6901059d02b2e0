"""The text of each TypeError that a call can raise."""


def attempt(function, *args, **kwargs):
    try:
        print("ok", function(*args, **kwargs))
    except TypeError as error:
        print(error)


def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def optional(a, b=1, c=2):
    pass


def keyword(*, k):
    pass


def keywords(a, *, k, m, n=1):
    pass


def positional(a, b, /):
    pass


def mixed(a, /, b, *, c):
    pass


def variadic(a, *args, k, **rest):
    pass


class Thing:
    def method(self, a):
        pass

    @classmethod
    def make(cls, a):
        pass

    @staticmethod
    def plain(a):
        pass

    def no_self():
        pass


attempt(none, 1)
attempt(none, 1, 2)
attempt(none, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(two, 1)
attempt(two, b=1)
attempt(three)
attempt(three, 1)
attempt(three, 1, 2, 3, 4)
attempt(two, 1, a=2)
attempt(two, 1, 2, b=3)
attempt(two, 1, x=3)
attempt(optional)
attempt(optional, 1, 2, 3, 4)
attempt(keyword)
attempt(keyword, 1)
attempt(keyword, 1, 2, k=3)
attempt(keyword, k=1, z=2)
attempt(keywords, 1)
attempt(keywords, 1, 2, k=1, m=1)
attempt(keywords, 1, m=2)
attempt(keywords)
attempt(positional, a=1, b=2)
attempt(positional, 1, b=2)
attempt(positional)
attempt(mixed, a=1, b=2, c=3)
attempt(mixed, 1, 2, 3)
attempt(mixed, 1, c=3)
attempt(variadic)
attempt(variadic, 1, 2)
attempt(variadic, 1, 2, 3, a=4, k=5)
thing = Thing()
attempt(thing.method)
attempt(thing.method, 1, 2)
attempt(Thing.method)
attempt(Thing.make)
attempt(Thing.make, 1, 2)
attempt(Thing.plain)
attempt(thing.plain, 1, 2)
attempt(thing.no_self)
attempt(Thing, 1)
attempt(lambda x: x)
attempt(lambda: 0, 1)


class Init:
    def __init__(self, a, *, b):
        pass


attempt(Init)
attempt(Init, 1)
attempt(Init, 1, 2, b=3)

for source in ("one(*5)", "one(**5)", "two(1, **{'a': 2})", "one(**{1: 2})", "5()", "'x'()", "None()", "thing()",
               "one(*[1], *None)", "two(**{'a': 1}, **{'a': 2})", "two(a=1, **{'a': 2})", "[]()"):
    try:
        eval(source)
    except TypeError as error:
        print(source, "->", error)
