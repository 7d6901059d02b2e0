"""`__new__` and `__init__`: who gets which arguments, and what may be returned."""


class Point:
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        return super().__new__(cls)

    def __init__(self, x, y=0):
        print("init", x, y)
        self.x, self.y = x, y


Point(1, y=2)


class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


print(Singleton() is Singleton())


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never called")


print(Other())


class Upper(str):
    def __new__(cls, text, suffix=""):
        return super().__new__(cls, text.upper() + suffix)

    def shout(self):
        return self + "!"


u = Upper("hi", suffix="?")
print(u, u.shout(), type(u).__name__, type(u + "x").__name__, len(u), u == "HI?", {u: 1}["HI?"])


class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, round(value, 1))

    def __repr__(self):
        return f"{float(self)}°C"


print(Celsius(21.456), [Celsius(1)], Celsius(1) + 1, type(Celsius(1) + 1).__name__)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p == (1, 2), Pair(1, 2) + (3,), hash(p) == hash((1, 2)), p[:1], type(p[:]).__name__)


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)

    def push(self, item):
        self.append(item)
        return self


s = Stack(1, 2).push(3)
print(s, len(s), s[-1], type(s[:]).__name__, isinstance(s, list), s == [1, 2, 3], type(s + []).__name__)


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter(a=1)
c["b"] += 5
print(c, c["zzz"], c.get("zzz"), "zzz" in c, type(c.copy()).__name__)


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


class Plain:
    pass


class OnlyInit:
    def __init__(self, a):
        pass


class OnlyNew:
    def __new__(cls, a):
        return object.__new__(cls)


class ReturnsValue:
    def __init__(self):
        return 5


attempt(lambda: Plain(1))
attempt(lambda: Plain(x=1))
attempt(lambda: OnlyInit())
attempt(lambda: OnlyNew())
attempt(lambda: type(OnlyNew(1)).__name__)
attempt(lambda: ReturnsValue())
attempt(lambda: object(1))
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__())
attempt(lambda: int.__new__(str))
attempt(lambda: object.__new__(Plain, 1))
attempt(lambda: object.__init__(Plain(), 1))
attempt(lambda: type(object.__new__(OnlyInit)).__name__)
attempt(lambda: tuple.__new__(list, ()))


class CallNew(OnlyNew):
    def __init__(self, a):
        self.a = a


attempt(lambda: CallNew(7).a)


class SubOther(Other):
    def __new__(cls, make):
        return make(cls)

    def __init__(self, make):
        print("initialised")


SubOther(object.__new__)
SubOther(lambda cls: Plain())
