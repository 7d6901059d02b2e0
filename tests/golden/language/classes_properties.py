"""Properties, class methods, static methods, and how they inherit."""


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """In degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("forgotten")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    kelvin = property(lambda self: self.celsius + 273.15, doc="absolute")
    secret = property(None, lambda self, v: print("stored", v))


t = Temperature(100)
print(t.celsius, t.fahrenheit, t.kelvin)
t.celsius = 0
print(t.fahrenheit)
del t.celsius


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: t.celsius)
attempt(Temperature, -300)
attempt(setattr, t, "fahrenheit", 1)
attempt(delattr, t, "fahrenheit")
attempt(lambda: t.secret)
attempt(delattr, t, "secret")
t.secret = 1
print(Temperature.celsius.__doc__, Temperature.kelvin.__doc__, type(Temperature.celsius).__name__)
print(Temperature.celsius.fget.__name__, Temperature.fahrenheit.fset, Temperature.celsius.__name__)


class Sub(Temperature):
    @Temperature.celsius.getter
    def celsius(self):
        return f"sub {self._celsius}"


s = Sub(5)
print(s.celsius)
s.celsius = 6
print(s.celsius, Temperature.celsius.fget(s))


class Pair:
    count = 0

    def __init__(self, a, b):
        self.a, self.b = a, b
        type(self).count += 1

    @classmethod
    def parse(cls, text):
        return cls(*text.split(","))

    @staticmethod
    def join(a, b):
        return f"{a}&{b}"

    def __repr__(self):
        return f"{type(self).__name__}({self.a}, {self.b})"


class Special(Pair):
    pass


print(Pair.parse("x,y"), Special.parse("p,q"), Special(1, 2).parse("m,n"), Pair.count, Special.count)
print(Pair.join(1, 2), Pair(1, 2).join(3, 4))
print(type(Pair.__dict__["parse"]).__name__, type(Pair.__dict__["join"]).__name__)
print(Pair.__dict__["parse"].__func__.__name__, Pair.__dict__["join"].__func__ is Pair.join)
print(Pair.__dict__["join"](5, 6), Pair.parse.__self__ is Pair, Special.parse.__self__ is Special)
attempt(Pair.__dict__["parse"], "a,b")
bound = Pair.parse
print(bound("1,2"), bound.__func__(Special, "3,4"))
method = Pair(7, 8).__repr__
print(method(), method.__self__.a, method.__func__ is Pair.__repr__, method == method.__self__.__repr__)
print(Pair(1, 1).__repr__ == Pair(1, 1).__repr__)


class Outer:
    name = "outer"

    class Inner:
        name = "inner"

        def qual(self):
            pass

    @classmethod
    @property
    def chained(cls):
        return cls.name


print(Outer.Inner.__qualname__, Outer.Inner.qual.__qualname__, Outer.Inner.__module__, type(Outer.chained).__name__)


class CachedName:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = f"computed {self.name}"
        print("computing")
        return value


class Lazy:
    first = CachedName()
    second = alias = CachedName()


lazy = Lazy()
print(lazy.first, lazy.first, lazy.alias, Lazy.second.name)
