"""Errors whose texts depend on details, and protocols that are rarely used."""


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


def delete(container, key):
    del container[key]


class Plain:
    pass


for container in (1,), "a", b"b", range(3), {1}, frozenset(), {}.keys(), {}.values(), 1, None, Plain(), type.__dict__, len:
    attempt(delete, container, 0)
    attempt(delete, container, slice(1))
for kind in type(None), type(...), type(NotImplemented):
    attempt(kind, 5)
    attempt(kind, a=1)
    attempt(kind)


class Init:
    def __init__(self, a):
        super().__init__(a)


class New:
    def __new__(cls, a):
        return super().__new__(cls, a)


attempt(Init, 1)
attempt(New, 1)
attempt(object.__init__, Plain(), 1)
attempt({}.update, [object()])
attempt({}.update, [(1, 2), (1,)])
attempt({}.update, [1])


def broken():
    yield 1
    raise TypeError("oops")


attempt(dict, [broken()])
for base, arguments in (list, ([1],)), (tuple, ([1],)), (set, ([1],)), (frozenset, ([1],)), (float, (1,)):
    plain = type("plain", (base,), {})
    with_init = type("with_init", (base,), {"__init__": lambda self, *args, **keywords: None})
    with_new = type("with_new", (base,), {"__new__": lambda cls, *args, **keywords: base.__new__(cls, *args)})
    for kind in plain, with_init, with_new:
        attempt(kind, *arguments, newarg=3)
attempt(float, 1, 2)


def f(**keywords):
    return keywords


attempt(lambda: f(**{1: 3}, **{1: 5}))
attempt(lambda: f(**{1: 3}))
attempt(setattr, property(), "fget", 1)


class Meta(type):
    def mro(cls):
        print(cls.__name__, cls.__mro__)
        return type.mro(cls)


class Made(metaclass=Meta):
    pass


class Changing:
    def __lt__(self, other):
        items.append(1)
        items.pop()
        return False


items = [Changing(), Changing()]
attempt(items.sort)
print(len(items))
for value in None, {}, range(1), int | str, len, [].append, (lambda: 0).__code__:
    print([getattr(value, name)(value) for name in ("__lt__", "__le__", "__gt__", "__ge__")])


class Broken:
    def deleted(self):
        del self
        return super().x

    def in_loop(self):
        for i in range(2):
            print(super().__init__ is not None)
            del self

    def cell(self):
        def inner():
            return self
        del self
        return super().x


attempt(Broken().deleted)
attempt(Broken().in_loop)
attempt(Broken().cell)
