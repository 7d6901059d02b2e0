"""Docstrings of built-in classes and functions."""

import builtins

for name in "int", "str", "list", "dict", "type", "object", "property", "range", "Exception", "KeyError", "OSError", "len", "print", "sorted", "isinstance", "zip":
    print(name, repr(getattr(builtins, name).__doc__))
for value in None, ..., NotImplemented, (lambda: 0), {}.keys(), iter([]), (lambda: 0).__code__:
    print(type(value).__name__, repr(type(value).__doc__))


class Sub(list):
    pass


print(Sub.__doc__, Sub().__doc__)
