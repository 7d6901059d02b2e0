"""Descriptors: precedence, __set_name__, class access, deletion, errors inside them, and weird owners."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class Data:
    def __set_name__(self, owner, name):
        print("named", name, owner.__name__)
        self.name = name

    def __get__(self, instance, owner=None):
        return f"get {self.name} {instance is None} {owner.__name__ if owner else None}"

    def __set__(self, instance, value):
        print("set", self.name, value)

    def __delete__(self, instance):
        print("delete", self.name)


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class OnlySet:
    def __set__(self, instance, value):
        instance.__dict__["only"] = value * 2


class OnlyDelete:
    def __delete__(self, instance):
        print("only delete")


class Failing:
    def __get__(self, instance, owner):
        raise AttributeError("from descriptor")


class C:
    data = Data()
    non = NonData()
    only = OnlySet()
    gone = OnlyDelete()
    fails = Failing()

    def __getattr__(self, name):
        return f"fallback {name}"


c = C()
print(c.data, C.data, c.non, C.non)
c.data = 1
del c.data
c.__dict__.update(data="in dict", non="in dict")
print(c.data, c.non)
c.only = 4
print(c.only, type(C.only).__name__)
t(delattr, c, "only")
del c.gone
t(setattr, c, "gone", 1)
print(c.fails, getattr(C, "fails", "default"), hasattr(C, "fails"))
t(getattr, C, "fails")


class Meta(type):
    attribute = Data()

    @property
    def prop(cls):
        return f"property of {cls.__name__}"


class D(metaclass=Meta):
    pass


print(D.attribute, D.prop)
D.attribute = 5
t(getattr, D(), "attribute")
t(setattr, D, "prop", 1)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("no name")


try:

    class E:
        bad = BadName()

except Exception as error:
    print(type(error).__name__, error, error.__notes__ if hasattr(error, "__notes__") else error.__cause__)


class P:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "doc of x"
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

    readonly = property(lambda self: 1)
    writeonly = property(None, lambda self, v: print("write", v))
    nothing = property()


p = P()
p.x = 5
print(p.x, P.x.__doc__, P.x.fget.__name__, P.x.__name__, P.x.__isabstractmethod__)
del p.x
t(getattr, p, "x")
for name in ("readonly", "writeonly", "nothing"):
    t(getattr, p, name)
    t(setattr, p, name, 1)
    t(delattr, p, name)
t(property, 1, 2, 3, 4, 5)
t(P.x.__get__, p)
t(P.x.__set__, p, 7)
print(P.x.__get__(None, P) is P.x, P.x.getter(lambda self: 0).__doc__)
print(C.__dict__["non"].__get__(c, C), (lambda self: self).__get__(5)(), (lambda self: self).__get__(None, int).__name__)
t((lambda self: self).__get__, None)
t((lambda self: self).__get__, None, None)
print(classmethod(lambda cls: cls).__get__(5)(), staticmethod(len).__get__(5)([1]), classmethod(len).__wrapped__ is len)
t(classmethod)
t(classmethod(5).__get__, 1)
t(staticmethod(5))
print(str.upper.__get__("abc")(), type(str.upper.__get__(None, str)).__name__, str.__dict__["upper"].__objclass__)
t(str.upper.__get__, 5)
t(str.upper, 5)
t(str.upper)
t(int.real.__get__, "x")
t(int.real.__set__, 5, 6)
