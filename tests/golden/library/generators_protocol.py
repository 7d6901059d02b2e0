def g():
    try:
        x = yield 1
        while True: x = yield x * 2
    except ValueError: yield "caught"
    finally: print("closed")
i = g(); print(next(i), i.send(5), i.throw(ValueError), i.gi_frame is not None, i.gi_running)
try: next(i)
except StopIteration as error: print("stop", error.value)
def inner():
    r = yield "in"; return r
def outer(): r = yield from inner(); yield ("got", r)
o = outer(); print(next(o), o.send(7), o.gi_yieldfrom)
k = g(); next(k); print(k.close(), list(k))
try: k.throw(KeyError("x"))
except KeyError as error: print(error)
def bad(): yield 1; raise StopIteration
try: list(bad())
except RuntimeError as error: print(error, type(error.__cause__).__name__)
try: g().send(1)
except TypeError as error: print(error)
def ret():
    try: yield 1
    except GeneratorExit: return 5
r = ret(); next(r); print(r.close())
def ignores():
    try: yield 1
    except GeneratorExit: yield 2
r = ignores(); next(r)
try: r.close()
except RuntimeError as error: print(error)
print(sum(x * y for x in range(3) for y in range(x)), (lambda: (yield))().__name__, max((len(w), w) for w in "a bb c".split()))
