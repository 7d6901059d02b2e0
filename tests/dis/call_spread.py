# `*` and `**` build a tuple or list and a dict.
def f(g, a, b):
    return g(1, *a, x=2, **b)
