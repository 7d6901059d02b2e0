# Names of keyword arguments are one constant tuple.
def f(g, a):
    return g(a, key=1, other=a)
