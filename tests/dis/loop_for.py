# `for_prepare` sets up the state, `for_next` takes an item and jumps back.
def f(n):
    s = 0
    for i in range(n):
        s += i
    return s
