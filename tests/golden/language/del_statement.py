"""`del` of names, attributes, items and slices."""

a = b = c = 1
del a, (b, c)
for name in "abc":
    print(name in globals(), end=" ")
print()

items = list(range(10))
del items[0], items[-1]
print(items)
del items[1:3]
print(items)
del items[::2]
print(items)
del items[5:], items[:0]
print(items)
del items[:]
print(items)

d = {"a": 1, "b": 2, "c": {"x": 1}}
del d["a"], d["c"]["x"]
print(d)


class Thing:
    def __delitem__(self, key):
        print("delitem", key)

    def __delattr__(self, name):
        print("delattr", name)


t = Thing()
del t[1], t["k"], t[1:2], t[..., 3], t.name
del [t.x, (t.y, t[0])]


def attempt(source):
    scope = {"l": [1, 2], "d": {"k": 1}, "t": (1,), "s": "abc", "o": object(), "r": range(3), "b": b"ab"}
    try:
        exec(source, scope)
        print(source, "ok")
    except Exception as error:
        print(source, type(error).__name__, error)


attempt("del l[5]")
attempt("del l[-3]")
attempt("del l['x']")
attempt("del l[1.0]")
attempt("del d['missing']")
attempt("del d[[]]")
attempt("del t[0]")
attempt("del s[0]")
attempt("del b[0]")
attempt("del r[0]")
attempt("del o[0]")
attempt("del o.x")
attempt("del (5).x")
attempt("del t[0:1]")
attempt("del missing")
attempt("del l[0], l[0], l[0]")
attempt("del l[True]")
attempt("del l[::0]")


def local():
    x = 1
    y = [x]
    del x
    try:
        x
    except UnboundLocalError:
        x = 2
    del y[0]
    return x, y


print(local())


def conditional(flag):
    value = "set"
    if flag:
        del value
    try:
        return value
    except NameError as error:
        return type(error).__name__


print(conditional(True), conditional(False))


def in_loop():
    out = []
    for i in range(3):
        out.append(i)
        del i
    try:
        i
    except NameError:
        out.append("gone")
    return out


print(in_loop())


def closure():
    x = 1

    def get():
        return x

    before = get()
    del x
    try:
        get()
    except NameError as error:
        return before, str(error)


print(closure())
big = list(range(100))
del big[10:90:3]
print(len(big), big[8:16])
big = list(range(20))
del big[15:2:-3]
print(big)
