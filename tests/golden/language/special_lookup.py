"""Special methods are looked up on the class, past instance attributes and `__getattr__`."""


class Plain:
    def __getattr__(self, name):
        return lambda *args: f"dynamic {name}"


p = Plain()
p.__len__ = lambda: 5
p.__call__ = lambda: "called"
p.__getitem__ = lambda i: i


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: len(p))
attempt(lambda: p())
attempt(lambda: p[0])
attempt(lambda: p + 1)
attempt(lambda: -p)
attempt(lambda: iter(p))
attempt(lambda: p.__iter__())
attempt(lambda: p.anything(1))
attempt(lambda: bool(p))
attempt(lambda: str(p).startswith("<__main__.Plain"))
Plain.__len__ = lambda self: 0
Plain.__call__ = lambda self, *a: ("called", a)
Plain.__getitem__ = lambda self, i: f"item {i}"
Plain.__add__ = lambda self, other: f"add {other}"
attempt(lambda: (len(p), p(1), p[0], p + 1, bool(p)))
attempt(lambda: [x for x, _ in zip(p, range(3))])
Plain.__getitem__ = None
attempt(lambda: p[0])
del Plain.__call__, Plain.__getitem__
attempt(lambda: p())
Plain.__bool__ = lambda self: True
attempt(lambda: bool(p))


class Everything:
    """Each operation says what it is."""

    def __repr__(self):
        return "E"

    def __getitem__(self, k):
        return f"getitem {k}"

    def __setitem__(self, k, v):
        print("setitem", k, v)

    def __delitem__(self, k):
        print("delitem", k)

    def __contains__(self, x):
        return x == "in"

    def __call__(self, *a, **k):
        return f"call {a} {k}"

    def __iter__(self):
        yield "iter"

    def __reversed__(self):
        yield "reversed"

    def __len__(self):
        return 3

    def __index__(self):
        return 2

    def __int__(self):
        return 20

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1j

    def __bool__(self):
        return False

    def __hash__(self):
        return 99

    def __format__(self, spec):
        return f"format {spec!r}"

    def __round__(self, n=None):
        return f"round {n}"

    def __bytes__(self):
        return b"bytes"

    def __enter__(self):
        return "enter"

    def __exit__(self, *a):
        return True

    def __dir__(self):
        return ["b", "a"]

    def __divmod__(self, o):
        return "divmod"

    def __matmul__(self, o):
        return f"matmul {o}"

    def __rpow__(self, o):
        return f"rpow {o}"

    def __sizeof__(self):
        return 1

    @classmethod
    def __class_getitem__(cls, key):
        return f"class_getitem {key}"


e = Everything()
print(e, e[1], e[1:2, 3], "in" in e, e(1, k=2), list(e), list(reversed(e)), len(e), [10, 20, 30][e], int(e), float(e), complex(e), bool(e), hash(e), f"{e:x} {e!r} {e}")
print(round(e), round(e, 2), bytes(e), dir(e), divmod(e, 1), e @ 5, 2 ** e, Everything[int], "abc"[e], range(e), hex(e), {e: 1}[e], [*e], (lambda *a: a)(*e))
e[0] = 1
del e[0]
with e as entered:
    print(entered)
    raise ValueError
print(not e, e and 1, "%d %s %5.1f" % (e, e, e), chr(e), [0] * e, list(range(0, 10, e)), max(e), sum([], start=5))
for name in ("__len__", "__call__", "__iter__"):
    method = getattr(Everything, name)
    setattr(Everything, name, None)
    attempt(lambda: {"__len__": lambda: len(e), "__call__": lambda: e(), "__iter__": lambda: list(e)}[name]())
    setattr(Everything, name, method)
    attempt(lambda: {"__len__": lambda: len(e), "__call__": lambda: e(), "__iter__": lambda: list(e)}[name]())
