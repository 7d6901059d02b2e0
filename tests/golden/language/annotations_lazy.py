"""Annotations are evaluated when asked for (PEP 649), and once."""

import sys

log = []
module = sys.modules[__name__]


def note(value):
    log.append(value)
    return value


def function(a: note("a"), b: note("b") = 1, *args: note("args"), c: note("c") = 2, **kw: note("kw")) -> note("return"):
    local: note("never evaluated") = 5
    other: also_never
    return local


print(log)
print(function.__annotations__)
print(log)
print(function.__annotations__ is function.__annotations__, len(log), function(1))


def forward(x: Later, y: "a string") -> list[Later]:
    pass


try:
    forward.__annotations__
except NameError as error:
    print(error)


class Later:
    pass


print(forward.__annotations__)


class Fields:
    first: int
    second: str = "default"
    third: Later
    self_reference: Fields
    (parenthesised): int = 1
    del_: note("in class")


print(list(Fields.__annotations__), Fields.__annotations__["self_reference"] is Fields, Fields.second, hasattr(Fields, "first"))
module_level: int = 3
declared_only: note("module")
print(module_level, "declared_only" in globals())
print(module.__annotations__)


class Child(Fields):
    extra: int


print(Child.__annotations__, "first" in Child.__annotations__)


class NoAnnotations:
    pass


print(NoAnnotations.__annotations__, (lambda: 0).__annotations__)


def maker(T):
    def inner(x: T) -> T:
        pass
    return inner


print(maker(int).__annotations__, maker("text").__annotations__)


class Scope:
    Local = "class local"

    def method(self, x: Local) -> Local:
        pass

    attribute: Local


print(Scope.method.__annotations__, Scope.__annotations__)
function.__annotations__ = {"replaced": 1}
print(function.__annotations__)
function.__annotations__["more"] = 2
print(function.__annotations__)
del function.__annotations__
print(function.__annotations__)
try:
    function.__annotations__ = 5
except TypeError as error:
    print(error)
annotate = forward.__annotate__
print(annotate(1)["y"], annotate.__name__)
try:
    annotate(2)
except NotImplementedError as error:
    print("NotImplementedError")
forward.__annotate__ = lambda format: {"x": format}
print(forward.__annotations__)


def conditional(flag):
    if flag:
        class C:
            if flag == 1:
                one: int
            else:
                two: str
        return C.__annotations__


print(conditional(1), conditional(2))
for x in range(2):
    looped: x
print(list(module.__annotations__))
