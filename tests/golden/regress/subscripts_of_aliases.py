"""Type parameters of aliases of `typing` are substituted."""
from typing import Annotated, Callable, Dict, Generic, List, TypeVar

K = TypeVar("K")
T = TypeVar("T")


class Pair(Generic[K, T]):
    pass



for alias in (List[T][int], Dict[K, T][str, int], Callable[[K], T][int, str], Pair[T, int][str],
              Annotated[List[T], "note"][int], Pair[List[K], Dict[K, T]][int, str]):
    print(alias)
for wrong in (lambda: Dict[K, T][int], lambda: List[T][int, str], lambda: Pair[K, T][()]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
