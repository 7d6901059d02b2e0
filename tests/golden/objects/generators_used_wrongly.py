"""Generators: states, wrong calls of send, throw and close, return values, and their texts."""

import inspect
import sys


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


def gen(*values):
    for value in values:
        got = yield value
        if got is not None:
            print("   got", got)
    return "done"


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


def catching():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            yield f"caught {error!r}"
        finally:
            print("   finally")


def selfish():
    yield next(me)


def raising():
    yield 1
    raise StopIteration("inside")


def started(*values):
    g = gen(*values)
    next(g)
    return g


ask(r'''
next(gen(1, 2)), list(gen(1, 2)), gen().__name__, gen().__qualname__, repr(gen())[:22], inspect.getgeneratorstate(gen()), type(gen()), iter(g := gen()) is g
next(gen())
next(gen(), "default")
gen().send(5)
gen(1).send(None), started(1, 2).send("x")
started(1).send("y")
started().close()
gen(1).close(), started(1, 2).close()
stubborn().close(), (s := stubborn(), next(s))[1]
(s := stubborn(), next(s), s.close())
gen(1).throw(ValueError("v"))
gen(1).throw(ValueError)
gen(1).throw(ValueError, "old")
gen(1).throw(ValueError, ValueError("both"))
gen(1).throw(5)
gen(1).throw("text")
gen(1).throw(int)
gen(1).throw()
gen(1).throw(ValueError, "v", 5)
gen(1).throw(ValueError("a"), "b")
(c := catching(), next(c), c.throw(ValueError("x")), next(c), c.close())[1:]
(c := catching(), next(c), c.throw(KeyError("k")))
(me := selfish(), globals().update(me=me), next(me))
(r := raising(), next(r), next(r))
(r := raising(), next(r), r.throw(StopIteration))
(g := gen(1), list(g), list(g), next(g, "end"), g.close(), inspect.getgeneratorstate(g), g.gi_frame)[1:]
(g := gen(1), list(g), g.throw(KeyError("late")))
(g := gen(1), list(g), g.send(None))
(g := gen(1), g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name, next(g), g.gi_suspended, inspect.getgeneratorstate(g))[1:]
setattr(gen(), "__name__", 5)
setattr(gen(), "__qualname__", None)
setattr(gen(), "gi_frame", None)
(g := gen(), setattr(g, "__name__", "renamed"), setattr(g, "__qualname__", "q"), repr(g)[:20])[3]
gen().nope
type(gen())()
type("G", (type(gen()),), {})
len(gen())
gen()[0]
gen() + gen()
gen() == gen(), bool(gen()), hash(g := gen()) == hash(g)
next(5)
next([])
next()
next(gen(1), 2, 3)
iter(5)
iter(5, 6)
iter()
list(iter(iter([1, 2, 3]).__next__, 3)), list(iter(lambda: 5, 5)), iter(int, 0).__class__.__name__
(x for x in 5)
(x for x in [1]).gi_code.co_name, (lambda: (yield))().gi_code.co_name, (x for x in "ab").__name__, sum(x for x in range(4)), list(x for x in "ab" if x > "a")
[*gen(1, 2)], {*gen(1, 1)}, (*gen(3),), max(gen(1, 5)), dict(zip(gen(1), gen(2))), "".join(gen("a", "b")), sorted(gen(2, 1))
(a := gen(1, 2, 3), next(a), [*a])[1:]
''')


def delegating():
    result = yield from gen(1, 2)
    print("result", result)
    yield from [3, 4]
    yield from "x"
    try:
        yield from 5
    except TypeError as error:
        print(error)


d = delegating()
print(next(d), d.gi_yieldfrom.__name__, d.send("sent"), list(d))
