"""Exceptions thrown into generators in every state, with their contexts."""

def shown(error):
    context = error.__context__
    return f"{type(error).__name__}({error}) context {type(context).__name__} cause {type(error.__cause__).__name__}"


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except BaseException as error:
        print(label, "->", shown(error))


def plain():
    yield 1
    yield 2


def catching():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield ("caught", shown(error))
        except KeyError as error:
            raise RuntimeError("from inside") from error


def swallowing():
    try:
        yield 1
    finally:
        yield "in finally"


def returning():
    try:
        yield 1
    except BaseException:
        return "returned"


for maker in (plain, catching, swallowing, returning):
    for exception in (ValueError("v"), ValueError, KeyError("k"), StopIteration("s"), GeneratorExit()):
        for started in (0, 1, 9):
            g = maker()
            for _ in range(started):
                next(g, None) if maker is not catching else None
            if started and maker is catching:
                next(g)
            try:
                raise LookupError("outer")
            except LookupError:
                attempt(f"{maker.__name__} {started}", g.throw, exception)
                attempt("  next", next, g)
                attempt("  close", g.close)
                attempt("  again", g.throw, OSError("late"))
attempt("bad", plain().throw, 5)
attempt("bad", plain().throw, int)
attempt("bad", plain().throw)
attempt("bad", plain().throw, ValueError("x"), "value")
attempt("bad", plain().throw, ValueError, "value", "not a traceback")


def outer(inner):
    result = yield from inner
    print("inner gave", result)
    yield "after"


for inner in (plain(), catching(), swallowing(), returning(), iter([1, 2, 3])):
    g = outer(inner)
    print(next(g))
    attempt("delegated", g.throw, ValueError("into"))
    attempt("delegated next", next, g)
    attempt("delegated close", g.close)


def reentrant():
    yield next(me)


me = reentrant()
attempt("reentrant", next, me)
attempt("finished", next, me)


def stops():
    raise StopIteration("inside")
    yield


attempt("stop", next, stops())


def handled_inside():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            yield "in handler"
        except ValueError as error:
            yield shown(error)


g = handled_inside()
next(g)
attempt("in handler", g.throw, ValueError("thrown"))
