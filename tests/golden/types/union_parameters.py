# Unions with type parameters; `|` with what only a union takes; pickling of generic classes; buffers as texts of numbers.
import copy
import pickle
import typing
from collections import OrderedDict
from typing import Generic, ParamSpec, TypeVar, Union

T, S = TypeVar("T"), TypeVar("S")
P = ParamSpec("P")


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


for text in [
    "(list[T] | S).__parameters__", "(list[T] | S)[int, str]", "(int | list[T])[str]", "(T | None)[int]", "(T | int)[int]", "(int | str)[int]",
    "(T | S)[int]", "T | 'x'", "'x' | T", "int | 'x'", "Union[int, str] | 'x'", "'x' | Union[int, str]", "Union[int, str] | 42", "list[int] | 'x'",
    "list[T | S][int, str]", "dict[T, S | None][int, str]", "(list[T] | dict[S, T])[int, str]", "copy.copy(list[T] | int) == (list[T] | int)",
    "int(memoryview(b' 12 '))", "float(memoryview(b'1.5'))", "int(memoryview(b'x'))", "float([])",
]:
    show(text)


class Box(Generic[T]):
    def __init__(self, item):
        self.item = item


for protocol in range(6):
    print(protocol, pickle.loads(pickle.dumps(Box(3), protocol)).item)

d = OrderedDict.fromkeys("abc", value=1)
print(d, d.pop(key="a"), d.pop(key="z", default=5), d.setdefault(key="q", default=7), d.setdefault("r"), d)


class Evil:
    def __init__(self, data):
        self.data = data

    def __index__(self):
        self.data.clear()
        return 65


for name in ["find", "count", "index", "rindex", "rfind"]:
    data = bytearray(b"AB")
    try:
        print(name, getattr(data, name)(Evil(data)))
    except BufferError as error:
        print(name, error)
