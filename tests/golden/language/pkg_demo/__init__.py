"""A package for imports.py."""

value = "package value"
from . import sub


def __getattr__(name):
    if name == "dynamic_attribute":
        return "from module __getattr__"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}, it says")
