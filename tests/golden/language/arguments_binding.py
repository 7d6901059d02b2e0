"""How arguments find parameters: every kind, defaults, and both stars."""


def show(*args, **kwargs):
    return args, sorted(kwargs.items())


def all_kinds(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, sorted(rest.items())


print(all_kinds(1, d=4))
print(all_kinds(1, 20, 30, 40, 50, d=4, f=6, a="in rest", b="too"))
print(all_kinds(*(1, 2), *[3], *"xy", **{"d": 4}, **{"z": 26, "e": 0}))
print(all_kinds(1, c=9, d=0))

print(show(), show(1), show(x=1), show(1, *[2, 3], 4, *(), y=2, **{}, **{"x": 1}))


def only_keyword(*, a, b=1):
    return a, b


def only_positional(a, b=1, /):
    return a, b


print(only_keyword(a=0), only_keyword(b=3, a=2))
print(only_positional(0), only_positional(0, 3))


# Defaults are evaluated once, at definition, left to right, positional before keyword-only.
order = []


def note(value):
    order.append(value)
    return value


def defaults(a=note(1), b=note(2), *, c=note(3), d=note(4)):
    return a, b, c, d


print(order, defaults(), defaults.__defaults__, defaults.__kwdefaults__)


def grows(item, seen=[]):
    seen.append(item)
    return seen


print(grows(1), grows(2), grows(3, []), grows(4))

# Evaluation order at the call: callee, then arguments as written, stars included.
order.clear()


def callee():
    order.append("callee")
    return show


callee()(note("a"), *[note("b")], note("c"), k=note("d"), **{note("e"): note("f")}, z=note("g"))
print(order)

# Changing defaults afterwards has an effect.
defaults.__defaults__ = (10,)
try:
    defaults()
except TypeError as error:
    print(error)
defaults.__defaults__ = None
defaults.__kwdefaults__ = {"c": 30, "d": 40}
print(defaults(1, 2))

# The dict behind ** is a new one each time.
given = {"a": 1}


def keep(**kwargs):
    kwargs["new"] = 1
    return kwargs


print(keep(**given), given)


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(show(**Mapping()))
print(show(*(i * i for i in range(3)), *{"k": 1}, *range(2)))

identity = lambda x, *a, k=1, **kw: (x, a, k, kw)
print(identity(1), identity(1, 2, k=3, m=4))
