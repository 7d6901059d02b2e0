# The first instruction makes the generator object.
def f(xs):
    for x in xs:
        y = yield x
    yield from xs
    return y
