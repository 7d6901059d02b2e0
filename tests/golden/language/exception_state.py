"""What exceptions keep: fields, causes, tracebacks that somebody asks for early or late; and the calls that pack and spread."""

import sys


def lines(error):
    traceback, out = error.__traceback__, []
    while traceback:
        out.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno))
        traceback = traceback.tb_next
    return out


def inner():
    raise ValueError


def outer():
    try:
        inner()
    except ValueError as error:
        first = error.__traceback__
        print(lines(error), first is error.__traceback__, first.tb_next is error.__traceback__.tb_next)
        raise


try:
    outer()
except ValueError as error:
    print(lines(error))
    kept = error


def again():
    raise kept


try:
    again()
except ValueError as error:
    print(lines(error), error.with_traceback(None) is error, error.__traceback__)
try:
    again()
except ValueError as error:
    print(lines(error))

# The only entry of a traceback is the same object each time.
try:
    raise KeyError("k")
except KeyError as error:
    one = error.__traceback__
    print(one is error.__traceback__, one is sys.exception().__traceback__, one.tb_next, sys.exc_info()[2] is one)
    error.__traceback__ = None
    print(error.__traceback__)
    try:
        error.__traceback__ = 5
    except TypeError as wrong:
        print(wrong)

# Causes, with and without other fields.
for make in [lambda: ValueError(1), lambda: OSError(2, "no", "f", None, "g"), lambda: AttributeError("a", name="n", obj=3)]:
    error = make()
    print(error.__cause__, error.__suppress_context__, error.__context__)
    error.__cause__ = None
    print(error.__cause__, error.__suppress_context__)
    cause = LookupError()
    try:
        raise error from cause
    except Exception as caught:
        print(caught is error, caught.__cause__ is cause, caught.__suppress_context__, caught.args)
    error.__cause__ = None
    print(error.__cause__, [getattr(error, name, "-") for name in ["errno", "strerror", "filename", "filename2", "name", "obj"]])
try:
    raise ValueError from None
except ValueError as error:
    print(error.__cause__, error.__suppress_context__)

# Fields of every sort, set in any order.
error = OSError()
error.filename2 = "late"
error.errno = 5
print(error.errno, error.strerror, error.filename, error.filename2)
error = SyntaxError("msg", ("file", 1, 2, "text", 3, 4))
error.print_file_and_line = 7
print(error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
print(error.print_file_and_line, SyntaxError().lineno)
error = UnicodeDecodeError("ascii", b"abc\xff", 3, 4, "bad")
error.reason = "worse"
print(error, error.encoding, error.object, error.start, error.end)
error = ImportError("m", name="n", path="p", name_from="f")
print(error.msg, error.name, error.path, error.name_from)
print(StopIteration().value, StopIteration(3, 4).value, SystemExit((1, 2)).code, NameError("x", name="y").name)
error = BlockingIOError(11, "x", 5)
print(error.characters_written)
del error.characters_written
print(hasattr(error, "characters_written"))


class Mixed(KeyError, AttributeError):
    pass


try:
    raise Mixed("m")
except LookupError as error:
    error.name, error.extra = "set", 1
    print(repr(error), error.name, error.obj, error.extra, lines(error))


def missing(d, key):
    try:
        d[key]
    except KeyError as error:
        return repr(error), lines(error)


print(missing({}, "x"), missing({1: 2}, (1, 2)), missing({"a": 1}, 2.5), missing({1: 1}, None))


# Packing and spreading.
def pack(*args):
    return args


def first(a, *args):
    return a, args


def both(a, *args, **kwargs):
    return a, args, kwargs


def three(a, b=2, *rest, c=3):
    return a, b, rest, c


class Packs:
    def __init__(self, *args):
        self.args = args

    def method(self, *args, **kwargs):
        return self is not None, args, kwargs


t = (1, 2)
print(pack(), pack(1), pack(1, 2, 3, 4, 5, 6, 7), first(1), first(1, 2), both(1), both(1, 2, 3), both(1, 2, x=3))
print(three(1), three(1, 5, 6, c=7), Packs(1, 2).args, Packs().method(), Packs().method(1, k=2))
print(pack(*t), first(*t), both(*t, **{"z": 1}), (lambda a, b: a - b)(*t), (lambda a, b=9: (a, b))(*(1,)))
for wrong in [lambda: first(), lambda: (lambda a: a)(*t), lambda: pack(*5), lambda: both(**{"a": 1}, **{"a": 2}), lambda: Packs.method()]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(list(map(abs, [-1, True, -2.5, -(2**60)])), list(map(len, ["a", (1, 2), {}])), list(map(int, ["1", "22"])))
try:
    list(map(len, [1]))
except TypeError as error:
    print(error)


class Manager:
    def __enter__(self):
        print("enter")
        return 5

    def __exit__(self, *details):
        print("exit", [type(detail).__name__ for detail in details])
        return details[0] is KeyError


for what in [None, KeyError, ValueError]:
    try:
        with Manager() as five:
            print(five)
            if what:
                raise what
    except ValueError as error:
        print("passed", lines(error))


# What passes everything on, and what delegates.
def all_of(*args, **kwargs):
    return args, kwargs


def pass_on(*args, **kwargs):
    given = all_of(*args, **kwargs)
    kwargs["later"] = 1
    return given, args == given[0]


print(pass_on(), pass_on(1), pass_on(1, k=2), pass_on(*[3, 4], **{"a": 5}))
print(all_of(*(1, 2), **{}), (lambda a, b: (a, b))(*(1, 2), **{}), (lambda *args: args)(*t, **{}))
for wrong in [lambda: all_of(**{1: 2}), lambda: all_of(*(), **5), lambda: (lambda *args: args)(**{"x": 1}), lambda: (lambda a: a)(*(1,), **5)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)


def counting(n):
    try:
        for i in range(n):
            try:
                yield i
                if i == 2:
                    raise KeyError(i)
            except KeyError:
                yield "handling " + repr(sys.exception())
    finally:
        print("done", sys.exception())
    return "result"


def delegating(n):
    got = yield from counting(n)
    yield got
    try:
        raise LookupError("own")
    except LookupError:
        yield from counting(1)
        yield repr(sys.exception())


try:
    raise ValueError("outer")
except ValueError:
    for item in delegating(4):
        print(item, repr(sys.exception()))


def itself():
    yield 1
    yield from me


me = itself()
try:
    for item in me:
        print(item)
except ValueError as error:
    print(error)
