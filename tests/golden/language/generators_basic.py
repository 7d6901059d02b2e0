"""Generators: suspension, send, throw, close, and their states."""


def counter(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)
    return "done"


gen = counter(3)
print(next(gen), gen.send("hello"), next(gen))
try:
    next(gen)
except StopIteration as stop:
    print("value", stop.value, stop.args)
try:
    next(gen)
except StopIteration as stop:
    print("again", stop.value, stop.args)
print(next(gen, "default"))

gen = counter(3)
try:
    gen.send(1)
except TypeError as error:
    print(error)
print(gen.send(None))


def guarded():
    try:
        while True:
            try:
                x = yield
                print("item", x)
            except ValueError as error:
                print("caught", error)
                yield "recovered"
    finally:
        print("cleanup")


gen = guarded()
next(gen)
gen.send(1)
print(gen.throw(ValueError("oops")))
next(gen)
gen.close()
gen.close()
print(list(gen))

gen = guarded()
next(gen)
try:
    gen.throw(KeyError("through"))
except KeyError as error:
    print("KeyError", error)

# throw before the start, and after the end
gen = counter(1)
try:
    gen.throw(ValueError("early"))
except ValueError as error:
    print(error, list(gen))
try:
    gen.throw(ValueError("late"))
except ValueError as error:
    print(error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignored")
    yield 2


gen = stubborn()
next(gen)
try:
    gen.close()
except RuntimeError as error:
    print(error)


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return "farewell"


gen = returns_on_close()
next(gen)
print(gen.close())


def leaks():
    yield 1
    raise StopIteration("inside")


gen = leaks()
next(gen)
try:
    next(gen)
except RuntimeError as error:
    print(error, "| cause", repr(error.__cause__), "| context is cause", error.__context__ is error.__cause__)


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as error:
    print(error)

print(gen.gi_frame, counter.__name__, gen.__name__, gen.__qualname__, iter(gen) is gen)
gen = counter(1)
print(gen.gi_running, gen.gi_yieldfrom, gen.gi_frame is not None, gen.gi_code is counter.__code__)


def expression():
    x = [(yield 1), (yield 2)]
    y = yield
    return x, y


gen = expression()
print(next(gen), gen.send("a"), gen.send("b"))
try:
    gen.send("c")
except StopIteration as stop:
    print(stop.value)


def empty():
    return
    yield


print(list(empty()), [x for x in empty()])


def pairs():
    yield 1, 2
    yield
    yield (yield 3)


print(list(pairs()))
