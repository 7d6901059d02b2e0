"""Attribute lookup: descriptors before instance, instance before class, `__getattr__` last."""


class Data:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return f"data {self.name} {instance is not None} {owner.__name__}"

    def __set__(self, instance, value):
        print("set", self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)


class NonData:
    def __get__(self, instance, owner=None):
        return f"nondata {instance is not None} {owner.__name__}"


class Host:
    data = Data("d")
    nondata = NonData()
    plain = "class plain"

    def method(self):
        return "method"


host = Host()
host.__dict__.update(data="instance data", nondata="instance nondata", plain="instance plain")
print(host.data, "|", host.nondata, "|", host.plain)
print(Host.data, "|", Host.nondata, "|", Host.plain)
host.data = 5
del host.data
host.method = lambda: "instance method"
print(host.method(), Host.method(host))
del host.nondata
print(host.nondata)
try:
    del host.nondata
except AttributeError as error:
    print(error)
print(sorted(host.__dict__))


class Dynamic:
    present = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name} here")


d = Dynamic()
print(d.present, d.xyz, hasattr(d, "q"), getattr(d, "q", "default"))
try:
    d.q
except AttributeError as error:
    print(error, error.name, error.obj is d)


class Everything:
    def __init__(self):
        self.real = 1

    def __getattribute__(self, name):
        if name == "magic":
            return "from getattribute"
        if name == "fallback":
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"getattr {name}"


e = Everything()
print(e.magic, e.fallback, e.real, e.unknown)


class Watching:
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


w = Watching()
w.a = 21
print(w.a, vars(w))
del w.a
try:
    del w.a
except AttributeError as error:
    print(error)


class PropertyError:
    @property
    def broken(self):
        return self.missing_inside

    def __getattr__(self, name):
        return f"fallback for {name}"


print(PropertyError().broken)


def attempt(function):
    try:
        print(function())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: Host.missing)
attempt(lambda: Host().missing)
attempt(lambda: (5).missing)
attempt(lambda: None.missing)
attempt(lambda: "s".missing)
attempt(lambda: [].missing)
attempt(lambda: len.missing)
attempt(lambda: attempt.missing)
attempt(lambda: int.missing)
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr([], "append", 1))
attempt(lambda: delattr([], "append"))
attempt(lambda: delattr(Host, "missing"))
attempt(lambda: getattr(host, 5))
attempt(lambda: setattr(host, 5, 1))
attempt(lambda: hasattr(host, None))

setattr(Host, "added", "later")
print(host.added, getattr(host, "added"), "added" in dir(host), "added" in vars(Host))
del Host.added
attempt(lambda: host.added)


class Slow:
    pass


s = Slow()
s.__dict__ = {"replaced": 1}
print(s.replaced, vars(s))
attempt(lambda: setattr(s, "__dict__", 5))
s.__class__ = Dynamic
print(s.xa, type(s).__name__, isinstance(s, Dynamic))
attempt(lambda: setattr(s, "__class__", int))
attempt(lambda: setattr(s, "__class__", "x"))
