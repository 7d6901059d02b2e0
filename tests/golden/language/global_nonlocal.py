"""`global` and `nonlocal`."""

counter = 0


def bump():
    global counter
    counter += 1
    return counter


print(bump(), bump(), counter)


def outer():
    x = "outer"
    trace = []

    def middle():
        nonlocal x
        x = "middle"

        def inner():
            nonlocal x
            x = "inner"
            return x

        trace.append(x)
        trace.append(inner())
        trace.append(x)

    middle()
    trace.append(x)
    return trace


print(outer())


def skip_level():
    x = 1

    def middle():
        def inner():
            nonlocal x
            x += 1
        inner()
        return x

    return middle(), x


print(skip_level())


def mixed():
    counter = "local"

    def inner():
        global counter
        counter = 100
        return counter

    return inner(), counter


print(mixed(), counter)


def make_global_function():
    global made
    def made(x):
        return x * 2


make_global_function()
print(made(21))


def make_global_class():
    global Made
    class Made:
        v = 1
    global math_module
    import math as math_module


make_global_class()
print(Made.v, Made.__qualname__, made.__qualname__, math_module.pi > 3)


def loop_global():
    global index
    for index in range(5):
        pass
    with open("global_nonlocal.py") as index_file:
        pass
    try:
        1 / 0
    except ZeroDivisionError as index:
        pass


index = "before"
loop_global()
print("index" in globals())


def errors():
    for source in ("def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n nonlocal x",
                   "nonlocal x", "def f():\n def g():\n  nonlocal missing", "def f(x):\n def g(x):\n  nonlocal x",
                   "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "x = 1\ndef f():\n def g():\n  nonlocal x",
                   "def f():\n x = 1\n def g():\n  global x\n  nonlocal x", "class C:\n nonlocal x",
                   "def f():\n global x\n x: int", "def f():\n [x := 1 for x in y]", "class C:\n [y := 1 for x in z]"):
        try:
            compile(source, "<s>", "exec")
            print("compiled", repr(source))
        except SyntaxError as error:
            print(error.msg, error.lineno, error.offset)


errors()


def counter_maker():
    counts = {}

    def count(name):
        counts[name] = counts.get(name, 0) + 1
        return counts

    return count


c = counter_maker()
c("a"), c("b")
print(c("a"))


class K:
    global klass_global
    klass_global = "set in a class body"

    def method(self):
        nonlocal_test = 1

        def set_it():
            nonlocal nonlocal_test
            nonlocal_test = 2
        set_it()
        return nonlocal_test


print(klass_global, K().method())


def generator():
    state = 0

    def gen():
        nonlocal state
        while True:
            state += 1
            yield state

    g = gen()
    return next(g), next(g), state


print(generator())


def deleted():
    x = 1

    def remove():
        nonlocal x
        del x

    remove()
    try:
        return x
    except NameError as error:
        return str(error)


print(deleted())
