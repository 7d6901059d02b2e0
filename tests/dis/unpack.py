# Items go straight to the registers of the targets.
def f(t):
    a, b = t
    c, *d = t
    a, b = b, a
    return a, b, c, d
