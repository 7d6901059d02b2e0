"""Where a name is looked up: local, enclosing, global, builtin; classes are skipped by functions inside."""

x = "global"


def read_global():
    return x


def write_global():
    global x, y
    x = "changed"
    y = "made"


print(read_global())
write_global()
print(x, y)
x = "global"


class Scope:
    x = "class"
    copied = x

    def method(self):
        return x

    comp = [x for _ in range(2)]
    first = [i for i in x]
    lazy = lambda: x

    class Inner:
        seen = x


print(Scope.copied, Scope().method(), Scope.comp, Scope.first, Scope.lazy(), Scope.Inner.seen)


def function_with_class():
    x = "function"

    class Local:
        before = x
        x = "class"
        after = x

        def method(self):
            return x

    return Local.before, Local.after, Local().method()


try:
    print(function_with_class())
except NameError as error:
    print(type(error).__name__, error)


def function_with_class_free():
    x = "function"

    class Local:
        seen = x

        def method(self):
            nonlocal x
            x = "set by method"
            return x

    Local().method()
    return Local.seen, x


print(function_with_class_free())


def class_global():
    x = "function"

    class Local:
        global x
        seen = x
        x = "global by class"

    return Local.seen, x, "x" in Local.__dict__


print(class_global(), x)
x = "global"


# Builtins may be shadowed and uncovered again.
def shadow():
    len = lambda _: "mine"
    return len([1])


print(shadow(), len([1]))
len = lambda _: "module's"
print(len([1]))
del len
print(len([1]))

# Comprehension variables stay inside; the walrus leaks out.
i = "kept"
squares = [i * i for i in range(3)]
print(i, squares)
print([last := j for j in range(4)], last)
print({k: (v := k) for k in "ab"}, v)


def walrus_inside():
    if any((hit := n) > 2 for n in range(10)):
        return hit


print(walrus_inside())

# The first iterable is evaluated outside.
class Outside:
    data = [1, 2, 3]
    doubled = [d * 2 for d in data]
    try:
        crossed = [d * e for d in data for e in data]
    except NameError as error:
        print("NameError", error)
    gen = list(d for d in data)


print(Outside.doubled, Outside.gen)


def locals_and_globals():
    a = 1
    b = [a for a in range(2)]
    return sorted(locals()), a


print(locals_and_globals(), "x" in globals(), globals()["x"])


def nested_comprehension(n):
    return [[(i, j, n) for j in range(i)] for i in range(n)]


print(nested_comprehension(3))
print([f() for f in [lambda: (i, x) for i in range(2)]])
