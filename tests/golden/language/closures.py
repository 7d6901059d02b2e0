"""Closures: cells are shared, late bound, and one for each activation."""


def counter(start=0):
    value = start

    def step(by=1):
        nonlocal value
        value += by
        return value

    def peek():
        return value

    return step, peek


a, peek_a = counter()
b, peek_b = counter(100)
print(a(), a(), a(5), peek_a(), b(), peek_b())

# Late binding in loops, and the usual ways around it.
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
made = [(lambda j: lambda: j)(i) for i in range(3)]
print([f() for f in late], [f() for f in early], [f() for f in made])

functions = []
for n in range(3):
    def plain():
        return n
    functions.append(plain)
print([f() for f in functions])
n = 99
print([f() for f in functions])


def loops():
    out = []
    for k in range(3):
        def inner():
            return k
        out.append(inner)
    k = "rebound"
    return [f() for f in out]


print(loops())


# A cell that is not filled yet, or emptied.
def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    print(inner())
    del later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        print(later)
    except UnboundLocalError as error:
        print(type(error).__name__, error)


unbound()


# A parameter that becomes a cell; deep nesting; recursion through a cell.
def outer(p, *rest, key=None, **more):
    def one():
        def two():
            def three():
                return p, rest, key, more
            return three()
        return two()
    p += 1
    return one()


print(outer(1, 2, 3, key=4, x=5))


def fact_maker():
    def fact(n):
        return 1 if n == 0 else n * fact(n - 1)
    return fact


fact = fact_maker()
print(fact(20))
print(fact.__code__.co_freevars, len(fact.__closure__), fact.__closure__[0].cell_contents is fact)
print(a.__code__.co_freevars, a.__closure__[0].cell_contents, peek_a.__closure__[0] is a.__closure__[0])


def empty_cell():
    def f():
        return x
    cell = f.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as error:
        print(error)
    x = 1
    return cell.cell_contents


print(empty_cell())


# Generators and comprehensions close over the same cells.
def generators():
    x = 1
    gen = (x * y for y in range(3))
    x = 10
    return list(gen)


print(generators())


def accumulate():
    total = 0

    def add(items):
        nonlocal total
        return [(total := total + i) for i in items]

    return add([1, 2, 3]), add([4]), total


print(accumulate())
