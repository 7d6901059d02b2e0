"""What stands for a module or function that is not there: using it skips the test that does."""

import sys
import unittest

importing = True


class Placeholder:
    """While a test file is imported, calls and decorations give placeholders and skipped tests; later they raise SkipTest."""

    def __init__(self, label):
        self.__dict__.update(label=label, __name__=label, __path__=[], __spec__=None, __file__=label)

    def __getattr__(self, name):
        if name in ("__all__", "__code__", "__wrapped__", "__isabstractmethod__", "__unittest_skip__", "__module__", "_shutdown"):
            raise AttributeError(name)
        return Placeholder(f"{self.label}.{name}")

    def __call__(self, *args, **keywords):
        if not importing:
            raise unittest.SkipTest(self.label)
        if len(args) == 1 and not keywords and (isinstance(args[0], type) or hasattr(args[0], "__code__")):
            return unittest.skip(self.label)(args[0])
        return Placeholder(f"{self.label}()")

    def __iter__(self):
        if not importing:
            raise unittest.SkipTest(self.label)
        return iter(())

    def __index__(self):
        if not importing:
            raise unittest.SkipTest(self.label)
        return 0

    def __lt__(self, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__
    __getitem__ = __enter__ = __exit__ = __len__ = __instancecheck__ = __add__ = __or__ = __call__

    def __mro_entries__(self, bases):
        return ()


def stand_in(name):
    module = sys.modules[name] = Placeholder(name)
    return module
