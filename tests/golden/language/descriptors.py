"""Descriptors by hand: all four methods, precedence, class access, `__set_name__`, functions as descriptors."""


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        if self.name not in instance.__dict__:
            raise AttributeError(f"{self.name} is not set")
        del instance.__dict__[self.name]


class Person:
    name = Typed(str, "nobody")
    age = Typed(int)

    def __init__(self, **given):
        for key, value in given.items():
            setattr(self, key, value)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


p = Person(name="Ann", age=30)
print(p.name, p.age, vars(p), Person.name.kind.__name__, Person().name)
attempt(setattr, p, "age", "old")
del p.age
print(p.age)
attempt(delattr, p, "age")
p.__dict__["name"] = "changed behind its back"
print(p.name)


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["set_only"] = value + 1


class GetOnly:
    def __get__(self, instance, owner):
        return "from the descriptor"


class DeleteOnly:
    def __delete__(self, instance):
        print("delete only")


class Host:
    set_only = SetOnly()
    get_only = GetOnly()
    delete_only = DeleteOnly()


h = Host()
print(type(h.set_only).__name__)
h.set_only = 1
print(h.set_only)
h.get_only = "instance"
print(h.get_only, Host.get_only)
del h.delete_only
attempt(setattr, h, "delete_only", 1)
attempt(delattr, h, "set_only")
Host.set_only = "class attribute replaced"
print(Host.set_only, h.set_only)


class Meta(type):
    meta_data = Typed(int, 7)
    meta_get = GetOnly()

    def meta_method(cls):
        return cls.__name__


class Managed(metaclass=Meta):
    meta_get = "the class's own wins over a non-data descriptor of the metaclass"


print(Managed.meta_get, Managed.meta_method())
attempt(lambda: Managed().meta_method())
attempt(lambda: type.__getattribute__(Managed, "meta_get"))


def function(self, x=1):
    return (self, x)


class Functions:
    method = function
    builtin = len
    static = staticmethod(function)
    klass = classmethod(lambda cls: cls.__name__)
    bound = "abc".upper
    partial_class = int


f = Functions()
print(f.method()[0] is f, f.builtin([1, 2]), f.static(5), f.klass(), f.bound(), f.partial_class("5"))
print(function.__get__(5)(), function.__get__(None, int) is function, type(function.__get__(5)).__name__)
attempt(function.__get__, None, None)


class Raising:
    def __get__(self, instance, owner):
        raise AttributeError("from get")


class WithGetattr:
    bad = Raising()

    def __getattr__(self, name):
        return f"getattr {name}"


class Without:
    bad = Raising()


print(WithGetattr().bad)
attempt(lambda: Without().bad)
print(hasattr(Without(), "bad"), getattr(Without(), "bad", "default"))


class Lazy:
    def __init__(self, make):
        self.make = make

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        value = instance.__dict__[self.name] = self.make(instance)
        return value


class Circle:
    calls = 0

    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        Circle.calls += 1
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, Circle.calls, Circle(3).area)
total = 0
for i in range(50):
    host = Host()
    host.get_only = i
    total += host.get_only
print(total)
