"""property: getters, setters, deleters, copies, documentation, subclasses, names in errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        """The x."""
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        self._x = None

    @property
    def read(self):
        return "read"

    write = property(None, lambda self, v: None)
    empty = property()
    boom = property(lambda self: self.missing)


class P(property):
    """Doc of P."""

    extra = 1


c = C()
ask(r'''
c.x, setattr(c, "x", 5), c.x, delattr(c, "x"), c.x, C.x.__doc__, C.x.fget.__name__, C.x.fset.__name__, C.x.fdel.__name__, C.x.__name__, type(C.x)
setattr(c, "read", 1)
delattr(c, "read")
c.write
c.empty
setattr(c, "empty", 1)
delattr(c, "write")
c.boom
C.read.__get__(c), C.read.__get__(None, C) is C.read, C.read.__get__(None) is C.read
C.read.__set__(c, 1)
C.read.__delete__(c)
property(1, 2, 3, 4).fget, property(fget=len).__doc__ == len.__doc__, property(doc="d").__doc__, property(lambda s: 1, doc=None).__doc__
property(1, 2, 3, 4, 5)
property(foo=1)
property().getter()
property().__name__
property().__set_name__(C, "n"), property(len).__name__
setattr(C.x, "fget", 1)
setattr(C.x, "__doc__", "new"), C.x.__doc__
setattr(C.x, "__name__", "renamed"), C.x.__name__
setattr(property(), "other", 1)
property.__get__(5, 1)
property().__get__()
property().__isabstractmethod__, P(len).__doc__ == len.__doc__, P(lambda s: 1).__doc__, P(len).extra, type(P(len).setter(None)), isinstance(P(), property)
sorted(n for n in vars(property) if not n.startswith("__")), repr(property())[:16]
staticmethod(len).__func__ is len, staticmethod(len)("ab"), staticmethod(len).__wrapped__ is len, classmethod(len).__func__ is len, repr(staticmethod(len)), repr(classmethod(len)), staticmethod(5).__get__(1), classmethod(len).__get__([1]) if False else 0
staticmethod()
classmethod()
staticmethod(1, 2)
classmethod(5).__get__(c)
classmethod(5)()
staticmethod(5)()
classmethod(lambda cls: cls).__get__(c)(), classmethod(lambda cls: cls).__get__(None, int)(), staticmethod(lambda: 3).__get__(None, int)()
C.__dict__["x"] is C.x, "x" in vars(c), hasattr(c, "boom"), getattr(c, "boom", "default")
getattr(c, "nope")
getattr(c, 5)
getattr(c, "a", 1, 2)
setattr(c, 5, 1)
setattr(c, "a")
delattr(c, "zzz")
hasattr(c, 5)
hasattr(c)
vars(5)
vars(c), dir(c)[-4:], vars(C)["read"].fget(c)
''')
