"""Class bodies are code: loops, conditions, locals, nested classes, and what their names see."""


class Table:
    names = ["a", "b", "c"]
    for i, name in enumerate(names):
        locals()[name] = i
    squares = [n * n for n in range(4)]
    total = sum(squares)
    if total > 10:
        size = "big"
    else:
        size = "small"
    try:
        undefined
    except NameError as error:
        caught = str(error)
    with open("class_bodies.py") as f:
        line = f.readline()
    while total > 5:
        total -= 5
    del i, name, f
    assert size == "big"

    def method(self):
        return self.names

    alias = method
    first = method(type("Fake", (), {"names": "called in the body"}))

    class Inner:
        depth = 2

        class Innermost:
            depth = 3

            def get(self):
                return self.depth

    inner_depth = Inner.depth + Inner.Innermost.depth
    import math
    pi = math.floor(math.pi)
    lam = lambda self: self.pi
    x = y = 1
    x += 1
    z: int = 3
    w: str
    print("in the body", __name__, __qualname__, __module__)


t = Table()
print(Table.a, Table.b, Table.c, Table.squares, Table.total, Table.size, Table.caught, Table.first, t.alias(), Table.inner_depth, Table.Inner.Innermost().get(), Table.pi, t.lam(), Table.x, Table.y, Table.z, hasattr(Table, "w"), Table.line[:9])
print([n for n in vars(Table) if not n.startswith("__")])
print(list(Table.__annotations__), Table.Inner.Innermost.__qualname__, Table.method.__qualname__)

x = "global"


def outer():
    x = "enclosing"

    class A:
        y = x
        x = "class"

        def m(self):
            return x

        seen = [x for _ in range(1)]
        gen = list(x for _ in range(1))
    return A


try:
    A = outer()
    print(A.y, A.x, A().m(), A.seen, A.gen)
except NameError as error:
    print("NameError", error)


def outer_read_only():
    x = "enclosing"

    class A:
        y = x

        def m(self):
            return x
    return A


A = outer_read_only()
print(A.y, A().m())


def factory(n):
    class Made:
        number = n

        def get(self):
            return n, self.number, __class__ is Made
    return Made


one, two = factory(1), factory(2)
print(one().get(), two().get(), one is two, one.__name__, one.__qualname__)
classes = [type(f"C{i}", (), {"v": i, "get": lambda self, i=i: (self.v, i)}) for i in range(3)]
print([c().get() for c in classes], [c.__name__ for c in classes])


class Returning:
    """Doc."""
    "not the doc"
    value = 5
    value = value + 1

    @staticmethod
    def helper(x):
        return x * 2

    doubled = helper(value)
    table = {k: v for k, v in zip("ab", (1, 2))}


print(Returning.doubled, Returning.table, Returning.__doc__, Returning.__dict__["value"])
try:
    Returning.__dict__["value"] = 1
except TypeError as error:
    print(error)
try:
    class Failing:
        a = 1
        raise ValueError("the body failed")
except ValueError as error:
    print(error, "Failing" in globals())


class Redefined:
    v = 1


old = Redefined()


class Redefined:
    v = 2


print(old.v, Redefined().v, isinstance(old, Redefined), type(old).__name__)


class Child(Redefined, metaclass=type, **{}):
    pass


bases = (Redefined,)


class Starred(*bases, **{"metaclass": type}):
    pass


print(Child.v, Starred.v, Starred.__bases__ == bases)
