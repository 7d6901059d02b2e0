import typing as t
from typing import Generic, TypeVar, NamedTuple, TypedDict, Protocol, runtime_checkable, get_type_hints, get_origin, get_args, Annotated, Literal, Union, Optional
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, item: T): self.item = item
print(Box[int], Box[int](3).item, Box.__parameters__, get_origin(Box[str]), get_args(dict[str, list[int]]))
class Point(NamedTuple):
    x: int
    y: int = 0
print(Point(1), Point._fields, Point(1)._asdict(), Point._field_defaults)
class Movie(TypedDict, total=False):
    name: str
    year: t.Required[int]
print(Movie(name="a", year=1), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__)
@runtime_checkable
class Sized(Protocol):
    def __len__(self): ...
print(isinstance([], Sized), isinstance(3, Sized))
def f(a: "int", b: Optional[str] = None, *c: Annotated[int, "meta"]) -> Union[int, str]: ...
print(get_type_hints(f), get_type_hints(f, include_extras=True)["c"])
print(int | str, Optional[int], Union[int, int], Literal[1, "a"], t.Callable[[int], str], t.Any, t.ClassVar[int], list[T][int], t.Tuple[int, ...])
print(Union[int, str] == (str | int), get_args(Literal[1, 2]), t.cast(int, "x"), t.NewType("Id", int)(5))
class D[K, V = int](dict[K, V]): pass
print(D.__type_params__, D[str], D.__orig_bases__, D.__type_params__[1].__default__)
type Alias[X] = list[X]
print(Alias, Alias[int], Alias.__value__, Alias.__type_params__)
for make in (lambda: Box[int, str], lambda: Literal[1](2), lambda: isinstance(1, list[int]), lambda: t.Any()):
    try: make()
    except TypeError as error: print(error)
