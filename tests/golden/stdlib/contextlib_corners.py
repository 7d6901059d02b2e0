"""contextlib: failing managers, suppression, exit stacks, closing order, reuse and redirection."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import contextlib
import io
import sys
from contextlib import *


@contextmanager
def managed(name, suppress=False, fail=None):
    print("enter", name)
    if fail == "enter":
        raise ValueError("in enter")
    try:
        yield name
    except ZeroDivisionError as error:
        print("saw", error)
        if not suppress:
            raise
    finally:
        print("exit", name)
    if fail == "exit":
        raise KeyError("in exit")


def run(manager, action=lambda: None):
    with manager as value:
        print("body", value)
        action()
    return "after"


t(run, managed("a"))
t(run, managed("b"), lambda: 1 / 0)
t(run, managed("c", True), lambda: 1 / 0)
t(run, managed("d", fail="enter"))
t(run, managed("e", fail="exit"))
t(run, managed("f", fail="exit"), lambda: int("x"))
m = managed("once")
t(run, m)
t(run, m)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def swallow_and_yield():
    try:
        yield 1
    except ZeroDivisionError:
        yield 2


@contextmanager
def stop():
    yield
    raise StopIteration("stop")


t(run, never())
t(run, twice())
t(run, swallow_and_yield(), lambda: 1 / 0)
t(run, stop())
t(run, managed("g"), lambda: next(iter([])))


@managed("decorator")
def decorated(x):
    print("decorated", x)
    return x


print(decorated(1), decorated(2))
with suppress(ValueError, KeyError):
    int("x")
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
t(run, suppress(), lambda: 1 / 0)
t(run, suppress(5), lambda: 1 / 0)
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(group.exceptions)

with ExitStack() as stack:
    print(stack.enter_context(managed("s1")), stack.enter_context(managed("s2")))
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *details: print("pushed", details[0]))

    @stack.callback
    def called():
        print("called")


class Suppressing:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("suppressing", kind and kind.__name__, value)
        return True


class Raising:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise OSError("from exit")


def stacked(*managers):
    with ExitStack() as stack:
        for manager in managers:
            stack.enter_context(manager)
        raise ZeroDivisionError("body")


t(stacked, Suppressing())
t(stacked, Raising(), Suppressing())
t(stacked, Suppressing(), Raising())
t(stacked, Raising())
try:
    stacked(Raising(), Raising())
except OSError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
t(stacked, 5)
t(ExitStack().enter_context, 5)
t(ExitStack().push, 5)
t(ExitStack().callback)
stack = ExitStack()
stack.callback(print, "moved")
moved = stack.pop_all()
stack.close()
moved.close()
with closing(io.StringIO("x")) as stream:
    print(stream.read())
print(stream.closed)
t(run, closing(5))
with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
    print("hidden")
    print("gone", file=sys.stderr)
print(repr(out.getvalue()))
with nullcontext(5) as n, nullcontext() as none:
    print(n, none)
print(isinstance(managed("x"), AbstractContextManager), issubclass(Suppressing, AbstractContextManager), AbstractContextManager.__abstractmethods__)


class Reusable(ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *details):
        print("exit", details[0] is not None)


@Reusable()
def function():
    print("inside")


function()
function()
t(run, object())
t(run, type("Half", (), {"__enter__": lambda self: 1})())
with chdir("/"):
    print(__import__("os").getcwd())
