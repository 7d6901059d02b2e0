"""The parts of sys that programs use."""

import sys

print(len(sys.argv), sys.argv[0].endswith("sys_module.py"), sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 14), sys.version.startswith("3.14"), sys.byteorder, sys.maxsize, sys.platform)
print(type(sys.path).__name__, type(sys.modules).__name__, "sys" in sys.modules, "__main__" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].sys is sys, sys.maxunicode, sys.hexversion >> 24)
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(depth(400))
try:
    depth(1000)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(5000)
print(depth(4000))
for wrong in (0, -5, "x", 1.5):
    try:
        sys.setrecursionlimit(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(1000)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception())
print(sys.intern("abc") is sys.intern("ab" + "c"), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit > 0, sys.getsizeof(1) > 0, sys.getdefaultencoding(), sys.getfilesystemencoding())
try:
    sys.intern(5)
except TypeError as error:
    print(error)
for code in (0, 1, 3, None, "text", True, 2.5, (1, 2), -1):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error), error.code)
try:
    raise SystemExit(1, 2)
except BaseException as error:
    print(error.code, isinstance(error, Exception))
print(sys.implementation.name == sys.implementation.name, isinstance(sys.executable, str), sys.flags.optimize, sys.dont_write_bytecode in (True, False), len(sys.hash_info), sys.hash_info.modulus, sys.hash_info.inf)


def frames():
    frame = sys._getframe()
    caller = sys._getframe(1)
    return frame.f_code.co_name, caller.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals), frame.f_back is caller


def calling():
    return frames()


print(calling())
try:
    sys._getframe(10 ** 6)
except ValueError as error:
    print(error)
try:
    sys.missing
except AttributeError as error:
    print(error)
sys.custom = "attributes may be added"
print(sys.custom, sys.getswitchinterval() > 0, callable(sys.settrace), sys.stdout is sys.__stdout__, isinstance(sys.builtin_module_names, tuple), "sys" in sys.builtin_module_names)
