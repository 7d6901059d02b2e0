# A shared variable is a cell, made by the prologue.
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    return g
