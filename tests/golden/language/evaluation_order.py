"""What is evaluated before what."""

log = []


def t(name, value=None):
    log.append(name)
    return value


def flush(title):
    print(f"{title}: {' '.join(map(str, log))}")
    log.clear()


class Box:
    def __init__(self, name):
        self.__dict__["name"] = name

    def __setattr__(self, key, value):
        log.append(f"{self.name}.{key}={value}")

    def __getattr__(self, key):
        log.append(f"{self.name}.{key}")
        return 1

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key}]={value}")

    def __getitem__(self, key):
        log.append(f"{self.name}[{key}]")
        return 1

    def __delitem__(self, key):
        log.append(f"del {self.name}[{key}]")


def box(name):
    log.append(name)
    return Box(name)


t("a", 1) + t("b", 2) * t("c", 3) - t("d", 4)
flush("arithmetic")
t("a", 0) < t("b", 1) < t("c", -1) < t("d", 2)
flush("comparison chain stops")
t("a", 0) or t("b", 1) and t("c", 2) or t("d", 3)
flush("boolean")
t("yes") if t("test", True) else t("no")
flush("conditional")
{t("k1"): t("v1"), t("k2"): t("v2"), **t("star", {})}
flush("dict")
[t("a"), *t("b", []), t("c")]
flush("list")
box("x").attr = t("value")
flush("attribute target")
box("x")[t("key")] = t("value")
flush("item target")
box("x").a = box("y").b = t("value", 7)
flush("chained targets")
box("p").q, box("r")[t("s")] = t("u", 1), t("v", 2)
flush("tuple targets")
box("x")[t("k", "k")] += t("rhs", 5)
flush("augmented item")
box("x").attr += t("rhs", 5)
flush("augmented attribute")
del box("x")[t("one", 1)], box("y")[t("two", 2)]
flush("del")
t("f", lambda *a, **k: None)(t("1"), *t("2", ()), t("3"), x=t("4"), **t("5", {}), y=t("6"))
flush("call")
t("obj", Box("o"))[t("start", 1):t("stop", 2):t("step", 3)]
flush("slice")


def decorate(name):
    log.append(f"make {name}")

    def apply(f):
        log.append(f"apply {name}")
        return f

    return apply


@decorate("outer")
@decorate("inner")
def f(a: t("annotation") = t("default")) -> t("return"):
    pass


flush("decorators")


@decorate("class")
class K(t("base", object), metaclass=t("meta", type)):
    t("body")


flush("class")
for _ in t("iter", [1]):
    t("body")
else:
    t("else")
flush("for")
print(f"{t('f1', 1)}{t('f2', 2):{t('spec', 3)}}")
flush("f-string")
assert t("test", True), t("message")
flush("assert")
with t("manager", open("evaluation_order.py")) as h, t("second", open("evaluation_order.py")):
    t("body")
flush("with")
[t(f"e{i}{j}") for i in t("outer", range(2)) if t("if", True) for j in t("inner", range(1))]
flush("comprehension")
{t("ka", 1): t("va") for _ in range(1)}
flush("dict comprehension")
x = [0, 1]
i = 0
i, x[i] = 1, "set"
print(x)
lambda a=t("lambda default"): t("never")
flush("lambda")
(t("in", 1) in t("container", [1]))
flush("in")
try:
    raise t("exception", ValueError) from t("cause", None)
except ValueError:
    flush("raise")
