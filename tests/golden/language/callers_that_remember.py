"""Class methods, `__getattr__` and properties at sites that remember them, while what they remember changes."""


class Base:
    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @classmethod
    def plain(cls, x=3):
        return cls.__name__, x

    @staticmethod
    def free(x):
        return x


class Derived(Base):
    pass


def call(cls, n):
    return cls.plain(n), cls.make(), cls.plain(), cls.make(n, n)


for cls in (Base, Base, Derived, Base, Derived):
    print(call(cls, 1))


def only_base():
    return Base.plain(), Base.plain(5), Base.free(6)


print(only_base(), only_base())
Base.plain = classmethod(lambda cls: "another")
try:
    only_base()
except TypeError as error:
    print(error)
Base.plain = staticmethod(lambda *args: args)
print(only_base())
Base.plain = lambda *args: ("function", args)
print(only_base())
Base.plain = classmethod(lambda cls, *args: (cls.__name__, args))
print(only_base())
try:
    Base.plain(x=1)
except TypeError as error:
    print(error)
del Base.plain
try:
    only_base()
except AttributeError as error:
    print(error)


class Meta(type):
    @property
    def plain(cls):
        return lambda *args: ("meta", args)


class WithMeta(metaclass=Meta):
    @classmethod
    def plain(cls):
        return "class"

    @classmethod
    def inner(cls):
        return "inner"


for _ in range(3):
    print(WithMeta.plain(), WithMeta.inner(), call.__name__)


class Proxy:
    kept = 1

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        if name == "bad":
            raise AttributeError("no bad here")
        if name == "worse":
            raise KeyError(name)
        self.__dict__["asked"].append(name)
        return name.upper()


def ask(proxy):
    return proxy.first, proxy.kept, proxy.second


p = Proxy()
print(ask(p), ask(p), p.asked)
p.first = "own"
print(ask(p), ask(p), p.asked)
del p.first
print(ask(p))
Proxy.first = "of the class"
print(ask(p))
del Proxy.first
print(ask(p))
Proxy.__getattr__ = lambda self, name: "lambda " + name
print(ask(p))
del Proxy.__getattr__
try:
    ask(p)
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)


class Raising:
    def __getattr__(self, name):
        raise AttributeError("hook " + name)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def get_bad(o):
    return o.bad


for _ in range(3):
    try:
        get_bad(Raising())
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
try:
    get_bad(Deep())
except RecursionError as error:
    print(type(error).__name__)


class Many:
    pass


def make_class(i):
    return type(f"C{i}", (), {"__getattr__": lambda self, name: (i, name), "m": classmethod(lambda cls, k: (cls.__name__, k))})


def met(o):
    return o.anything


print([met(make_class(i)()) for i in range(90)][-3:])
print([make_class(i).m(i) for i in range(90)][-3:])
print([make_class(i)().m(i) for i in range(90)][-3:])


class Props:
    depth = 0

    @property
    def deep(self):
        self.depth += 1
        return self.deep if self.depth < 50 else self.depth

    @property
    def endless(self):
        return self.endless

    @property
    def wrong(self, more):
        return more

    @property
    def gives(self):
        yield 1
        yield 2

    @property
    def fails(self):
        return 1 / 0


def get_all(props):
    for name in ("deep", "gives"):
        pass
    return props.deep, list(props.gives)


props = Props()
print(get_all(props), get_all(props))
for get in (lambda p: p.endless, lambda p: p.wrong, lambda p: p.fails):
    for _ in range(3):
        try:
            get(Props())
        except Exception as error:
            print(type(error).__name__, str(error)[:60])
