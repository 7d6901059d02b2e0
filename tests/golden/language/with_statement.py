"""`with`: order, suppression, exceptions from either end, and what lacks the protocol."""


class Manager:
    def __init__(self, name, suppress=False, enter_error=None, exit_error=None, value=None):
        self.name, self.suppress = name, suppress
        self.enter_error, self.exit_error, self.value = enter_error, exit_error, value

    def __enter__(self):
        print("enter", self.name)
        if self.enter_error:
            raise self.enter_error
        return self.value or self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.exit_error:
            raise self.exit_error
        return self.suppress


with Manager("a") as a, Manager("b", value=(1, 2)) as (p, q):
    print("body", a.name, p, q)

with (Manager("paren1"), Manager("paren2") as m,):
    print(m.name)

with Manager("swallow", suppress=True):
    raise ValueError("swallowed")
print("after")

try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("through both")
except KeyError as error:
    print("caught", error)

with Manager("outer", suppress=True), Manager("inner"):
    raise KeyError("outer swallows")

try:
    with Manager("first"), Manager("second", enter_error=OSError("cannot enter")):
        print("never")
except OSError as error:
    print("caught", error)

try:
    with Manager("replaces", exit_error=TypeError("from exit")):
        raise ValueError("original")
except TypeError as error:
    print("caught", error, "| context", repr(error.__context__))

try:
    with Manager("clean", exit_error=TypeError("from exit")):
        pass
except TypeError as error:
    print("caught", error, "| context", error.__context__)


def returns():
    with Manager("return"):
        return "returned"


def breaks():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            break
    return i


print(returns(), breaks())


def returns_through_suppress():
    with Manager("s", suppress=True):
        raise ValueError
    return "went on"


print(returns_through_suppress())


class Truthy:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return [len(args)]


with Truthy():
    1 / 0
print("truthy swallowed")


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *args):
        pass


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


for thing in (NoExit(), NoEnter(), 5, None, Async()):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)

instance = NoExit()
instance.__exit__ = lambda *args: True
try:
    with instance:
        pass
except TypeError as error:
    print(error)


class Target:
    def __setattr__(self, name, value):
        raise RuntimeError("target refused")


try:
    with Manager("target") as Target().x:
        pass
except RuntimeError as error:
    print("caught", error)

with Manager("m", value="abc") as [first, *rest], Manager("n", value="xyz") as (x, *y):
    print(first, rest, x, y)

with open("with_statement.py") as source:
    print(source.readline().strip(), source.closed)
print(source.closed)


def generator():
    with Manager("generator"):
        yield 1
        yield 2


for value in generator():
    print(value)
g = generator()
next(g)
try:
    g.throw(ValueError("in"))
except ValueError as error:
    print(error)
