"""In which order Python evaluates and stores, and what remains when something fails half way."""

log = []


def v(name, value=None):
    log.append(name)
    return value


class Box:
    def __init__(self, name="box"):
        object.__setattr__(self, "name", name)

    def __getitem__(self, key):
        log.append(f"get[{key}]")
        return 1

    def __setitem__(self, key, value):
        log.append(f"set[{key}]={value}")

    def __delitem__(self, key):
        log.append(f"del[{key}]")

    def __setattr__(self, key, value):
        log.append(f"set.{key}={value}")

    def __iadd__(self, other):
        log.append("iadd")
        return self


box = Box()


def flush(label):
    print(label, *log)
    log.clear()


v("a", box)[v("k", 1)] = v("value", 2)
flush("assign")
v("a", box)[v("k", 1)] += v("value", 2)
flush("augmented")
v("a", box).x, v("b", box)[v("k")] = v("left", 1), v("right", 2)
flush("tuple")
v("a", box).x = v("b", box).y = v("value", 3)
flush("chain")
x = v("1", 1) if v("condition", False) else v("2", 2)
flush("conditional")
v("f", lambda *a, **k: None)(v("1"), *v("2", []), v("3"), k=v("4"), **v("5", {}))
flush("call")
{v("k1"): v("v1"), **v("spread", {}), v("k2"): v("v2")}
flush("dict")
{v("ek", k): v("ev", k) for k in v("items", [1, 2])}
flush("dict comprehension")
v("1", 1) < v("2", 2) < v("3", 0) < v("4", 9)
flush("comparison")
v("x", 1) and v("y", 0) and v("z", 1) or v("w", 5)
flush("boolean")
v("a", box)[v("1") : v("2") : v("3")]
flush("slice")
del v("a", box)[v("k", 1)], v("b", box)[v("j", 2)]
flush("del")
assert v("test", True), v("message")
flush("assert")
f"{v('x', 5):{v('spec', 3)}}{v('y')!r}"
flush("f-string")
[v("body", i) for i in v("outer", [1, 2]) if v("test", i > 1)]
flush("list comprehension")


@v("decorator 1", lambda f: f)
@v("decorator 2", lambda f: f)
def decorated(a=v("default a"), *, b=v("default b")) -> v("never annotated"):
    pass


flush("def")


class C(v("base", object), metaclass=v("meta", type)):
    v("body")


flush("class")
(lambda a=v("lambda default"): None)
flush("lambda")
with v("m1", __import__("contextlib").nullcontext()) as v("t", box)[0], v("m2", __import__("contextlib").nullcontext(7)) as v("u", box).z:
    v("inside")
flush("with")
for v("target", box)[v("index", 0)] in v("iterable", [1, 2]):
    v("loop")
flush("for")
try:
    a, v("b", box)[0], c = 1, 2
except ValueError as error:
    print(error)
flush("too few")
a = b = 0
try:
    a, (b, c), d = 1, (2, 3, 4), 5
except ValueError as error:
    print(error, a, b)
i = 0
i, items = 1, [0, 0]
i, items[i] = 0, "stored"
print(i, items)
a = [1, 2, 3]
a[0], a[a[0]] = a[1], "x"
print(a)
n = [0]
n[0], n = 5, [9]
print(n)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
*a, b = "xyz"
print(a, b)
(a, *b), c = [1, 2, 3], 4
print(a, b, c)
[a, [b, *c]] = 1, "pqr"
print(a, b, c)
try:
    a, b = {1}
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
try:
    a, b = iter(range(10**9))
except ValueError as error:
    print(error)
try:
    [a, b, c] = {"k": 1, "l": 2}
except ValueError as error:
    print(error)
