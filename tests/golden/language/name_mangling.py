"""Names that begin with two underscores inside a class."""


class Account:
    __secret = "class secret"
    __also__ = "not mangled"
    ___three = "mangled too"

    def __init__(self):
        self.__balance = 10
        self.__dict__["raw"] = 1

    def read(self):
        return self.__balance, self.__secret, Account.__secret, self.__also__

    def __private(self):
        return "private method"

    def call(self):
        return self.__private()

    def locals_too(self, __parameter=1):
        __local = 2
        def inner():
            return __local + __parameter
        return sorted(locals()), inner()

    def keyword(self):
        return self.locals_too(__parameter=5)

    def strings_are_left_alone(self):
        try:
            return getattr(self, "__balance")
        except AttributeError as error:
            return str(error)

    def delete(self):
        del self.__balance
        try:
            self.__balance
        except AttributeError as error:
            return str(error)

    def handler(self):
        try:
            raise ValueError("e")
        except ValueError as __error:
            return str(__error), "_Account__error" in locals()

    def comprehension(self):
        return [__x for __x in range(2)]

    def imports(self):
        import math as __m
        global __global_name
        __global_name = 5
        return __m.floor(1.5)

    class __Inner:
        __deep = 1

        def get(self):
            return self.__deep

    def nested(self):
        return self.__Inner().get(), self.__Inner.__name__, self.__Inner.__qualname__


a = Account()
print(a.read(), a._Account__balance, a._Account__secret, a.call(), a._Account__private())
print(a.locals_too(), a.strings_are_left_alone(), a.handler(), a.comprehension(), a.imports(), a.nested())
print(_Account__global_name)
try:
    a.keyword()
except TypeError as error:
    print(error)
try:
    a.__balance
except AttributeError as error:
    print(error)
print(a.delete(), sorted(a.__dict__))


class Child(Account):
    __secret = "child secret"

    def child_read(self):
        return self.__secret, self._Account__secret


print(Child().child_read(), Child().read())


class _Leading:
    __x = 1

    def get(self):
        return self.__x


class __Double:
    __y = 2


class ___:
    __z = 3


print(_Leading._Leading__x, _Leading().get(), __Double._Double__y, ___.__z)


class Slots:
    def __setattr__(self, name, value):
        print("set", name)

    def set(self):
        self.__a = 1
        self.b__ = 2
        self.__c__ = 3
        self.__d, (self.__e, self.f) = 1, (2, 3)
        for self.__g in range(1):
            pass


Slots().set()


class Match:
    def test(self, v):
        match v:
            case {"k": __captured}:
                return __captured, sorted(locals())


print(Match().test({"k": 5}))


class Annotated:
    __field: int = 5

    def __set(self, __x: int): pass


print(list(Annotated.__annotations__), [n for n in vars(Annotated) if "et" in n and n.startswith("_A")])
