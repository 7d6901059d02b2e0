"""Chains of `yield from`, and what happens when a link is used directly, throws, returns, or is running already."""
import sys


def leaf(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("leaf got", got)
        return "leaf done"
    finally:
        print("leaf finally")


def mid(inner):
    x = "mid local"
    try:
        result = yield from inner
        print(x, "got", result)
        return "mid done"
    except ValueError as e:
        print("mid caught", e, x)
        yield "after error"
        return "mid recovered"


def outer(inner):
    result = yield from mid(inner)
    print("outer got", result)
    yield "last"
    return result


g = outer(leaf(2))
print(next(g), g.send("hello"))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)

print("- throw through")
g = outer(leaf(5))
print(next(g), next(g))
print(g.throw(ValueError("thrown")))
print(list(g))

print("- close through")
g = outer(leaf(5))
next(g)
print(g.gi_yieldfrom.__name__, g.gi_running, g.gi_suspended)
g.close()
print(g.gi_yieldfrom, g.gi_running, g.gi_suspended)

print("- a link resumed directly")
inner = leaf(6)
g = outer(inner)
print(next(g), next(inner), next(g), next(inner), list(inner))
print(next(g))

print("- running already")


def reenter(box):
    try:
        yield next(box[0])
    except ValueError as e:
        yield f"reenter: {e}"
    yield [box[0].gi_running, box[1].gi_running, box[2].gi_running]
    for name in ("send", "throw", "close"):
        for which in box:
            try:
                method = getattr(which, name)
                method(*{"send": (None,), "throw": (KeyError(),), "close": ()}[name])
            except ValueError as e:
                yield name, str(e)


box = []
bottom = reenter(box)
between = mid(bottom)
top = outer(between)
box += [top, between, bottom]
for item in top:
    print(item)
print("cyclic")
box = []
a = mid(reenter(box))
box += [a, a, a]
print(list(a))

print("- recursion")


def forever(n):
    yield from forever(n + 1)


try:
    next(forever(0))
except RecursionError as e:
    print("RecursionError", e)


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
    else:
        yield tree


tree = 0
for i in range(60):
    tree = [i, tree, i]
print(sum(walk(tree)), list(walk([[1, [2, [3]], 4], 5])))

print("- tracebacks and contexts")


def fails():
    yield 1
    raise KeyError("deep")


def link(n):
    if n:
        yield from link(n - 1)
    else:
        yield from fails()


g = link(3)
next(g)
try:
    next(g)
except KeyError as e:
    tb, names = e.__traceback__, []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)


def look():
    frame, names = sys._getframe(), []
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    yield names


def looked(n):
    if n:
        yield from looked(n - 1)
    else:
        yield from look()


print(next(looked(2)))


def handles():
    try:
        raise ValueError("own")
    except ValueError:
        yield from sees()
    yield sys.exception()


def sees():
    yield sys.exception()
    try:
        raise KeyError("inner")
    except KeyError as e:
        yield repr(e), repr(e.__context__)
    yield sys.exception()


g = handles()
print(repr(next(g)))
try:
    raise TypeError("outer")
except TypeError:
    print(next(g), repr(sys.exception()))
print(repr(next(g)), sys.exception())
print(next(g))

print("- StopIteration inside")


def stops():
    yield 1
    raise StopIteration("bad")


g = outer(stops())
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))

print("- other iterators")


def plain():
    r = yield from [1, 2]
    print("list gave", r)
    r = yield from iter("ab")
    print("str gave", r)
    r = yield from Sender()
    print("Sender gave", r)
    r = yield from ()
    print("empty gave", r)


class Sender:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.n += 1
        if self.n == 3:
            raise StopIteration("sender value")
        return ("sent", value)


g = plain()
value = None
while True:
    try:
        item = next(g) if value is None else g.send(value)
    except StopIteration:
        break
    value = "x" if item == ("sent", None) else None
    print(item)
try:
    g = plain()
    next(g)
    g.send(5)
except AttributeError as e:
    print(e)

print("- a local keeps its value when an exception is thrown at the yield that assigns it")


def assigned():
    x = "before"
    try:
        x = yield
    except ValueError:
        yield x


g = assigned()
next(g)
print(g.throw(ValueError))

print("- nested expression")


def nested():
    r = [1, (yield "a"), 2, f"{(yield 'b')}", (yield (yield "c"))]
    yield r
    r = {(yield "k"): (yield "v")}
    yield r
    with_default = lambda x=(yield "d"): x
    yield with_default()


g = nested()
out = [next(g)]
for i in range(10):
    try:
        out.append(g.send(i))
    except StopIteration:
        break
print(out)
