# Arguments are evaluated into the window of the call.
def f(g, a):
    return g(a, 1)
