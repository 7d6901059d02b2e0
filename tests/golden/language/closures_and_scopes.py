"""Cells, class scopes, comprehensions, global and nonlocal, exec and del over them."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def reset():
        nonlocal n
        del n

    return up, reset


up, reset = counter()
print(up(), up(), reset())
t(up)
t(reset)
print(up.__closure__[0] is reset.__closure__[0])
t(lambda: up.__closure__[0].cell_contents)
up.__closure__[0].cell_contents = 10
print(up(), up.__code__.co_freevars, counter.__code__.co_cellvars)


def late():
    functions = [lambda: i for i in range(3)]
    bound = [lambda i=i: i for i in range(3)]
    return [f() for f in functions], [f() for f in bound]


print(late())


def unbound_before():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error, error.name)
    value = 1
    return inner()


print(unbound_before())


def local_before():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    try:
        del x
    except UnboundLocalError as error:
        print(error)


local_before()
x = "global"


class Scope:
    print(x)
    x = "class"
    print(x)
    values = [x for _ in range(1)]
    first = [y for y in x]
    del x
    print(x)

    def method(self):
        return x

    def inner():
        x = "in function"

        class Nested:
            print(x, [x for _ in "a"])
            x = x + "!"
            print(x)

        return Nested.x

    print(inner())


print(Scope.values, Scope.first, Scope().method())


def uses_global():
    global made_global
    made_global = 1

    def inner():
        global made_global
        made_global += 1
        return made_global

    return inner()


print(uses_global(), made_global)


def class_in_function():
    a = "function"

    class C:
        nonlocal a
        a = "set by class"

    return a, hasattr(C, "a")


print(class_in_function())


def with_exec():
    a = 1
    exec("a = 2; b = 3")
    try:
        b
    except NameError as error:
        print(error)
    return a, sorted(locals())


print(with_exec())


def shadows():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(shadows())


def comprehension_scopes():
    x = 5
    got = [x := x + i for i in range(3)], x
    d = {k: (lambda: k) for k in range(2)}
    return got, [f() for f in d.values()], [[j for j in range(i)] for i in range(3)], [locals().keys() for y in [1]][0] >= {"y"}


print(comprehension_scopes())
print([a for a in [1, 2] for b in [a, a * 2] if b > 1], sorted({c for c in "aab"}), [(lambda: q)() for q in range(2)])


def deep():
    def one():
        def two():
            def three():
                return found

            return three

        return two

    found = "from the top"
    return one()()()


print(deep())


def default_closure(a, b=lambda: "default"):
    c = lambda: (a, b())
    a = "changed"
    return c()


print(default_closure(1))


def many():
    return [f"{a}{b}" for a in "xy" for b in (a * 2, "z")], sum(i for i in range(4)), next((z for z in "q"), None)


print(many())
for source in ("def f():\n nonlocal x", "nonlocal x", "def f(a):\n global a", "def f():\n x = 1\n global x", "def f():\n print(x)\n nonlocal x", "def f(a, a): pass", "class C:\n def f(self):\n  nonlocal q", "[x := 1 for x in y]", "class C:\n [a := 1 for i in y]", "def f():\n global x\n nonlocal x", "[i for i in (j := [1])]"):
    try:
        compile(source, "s", "exec")
        print("compiles")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
