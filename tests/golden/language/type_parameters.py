"""Type parameters and `type` statements (PEP 695, 696)."""


def first[T](items: list[T]) -> T:
    return items[0]


class Box[T, *Ts, **P]:
    def __init__(self, value: T):
        self.value = value

    def map[U](self, f: U) -> Box[U]:
        return Box(f(self.value))


print(first([5]), first.__type_params__, type(first.__type_params__[0]).__name__)
print([(type(p).__name__, p.__name__) for p in Box.__type_params__], Box(3).map(str).value)
T, = first.__type_params__
print(T.__bound__, T.__constraints__, T.__name__, repr(T), T.has_default())
print(first.__annotations__["return"] is T)
print(first.__name__, Box.__name__, Box.map.__qualname__, Box.map.__type_params__[0].__name__)


def bounded[A: int, B: (int, str), C = bool](a: A, b: B, c: C):
    pass


a, b, c = bounded.__type_params__
print(a.__bound__, b.__constraints__, b.__bound__, c.__default__, a.has_default(), c.has_default())


def lazy[X: undefined_name]():
    pass


x, = lazy.__type_params__
try:
    x.__bound__
except NameError as error:
    print(error)
undefined_name = str
print(x.__bound__)

type Number = int | float
type Pair[K, V] = tuple[K, V]
type Recursive = list[Recursive]
type Broken = never_defined
print(Number, type(Number).__name__, Number.__name__, Number.__value__, Number.__type_params__)
print(Pair.__type_params__, Recursive.__value__)
try:
    Broken.__value__
except NameError as error:
    print(error)
print(Pair[int, str])

# Names are seen where they should be, and nowhere else.
try:
    K
except NameError as error:
    print(error)


class Outer[T]:
    inner_seen = T.__name__

    class Inner[U]:
        both = (U.__name__,)

    def method[V](self):
        return T, V

    alias = list


print(Outer.inner_seen, Outer.Inner.both, Outer(). method())


def closure[T](x):
    def inner():
        return T.__name__, x
    return inner()


print(closure("x"))


def default_sees_outer[T](x=3):
    return x


print(default_sees_outer())
type = 5
print(type)
type: int = 6
print(type)


class Base[T]:
    pass


class Derived[T](Base[T]):
    pass


print([k.__name__ for k in Derived.__mro__], Derived.__orig_bases__[0].__origin__ is Base)
print(Base[int].__origin__ is Base, list[int], dict[str, list[int]], tuple[int, ...], list[int] == list[int])
print(int | str, int | None, (int | str) == (str | int), isinstance(5, int | str), isinstance(None, int | None))
print((int | str).__args__, list[int].__args__, list[int]([1, 2]))
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
