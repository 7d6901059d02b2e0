# The middle operand of a chain is evaluated once.
def f(a, b, c):
    return a < b() < c
