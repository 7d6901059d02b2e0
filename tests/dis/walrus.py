# An assignment expression is an assignment whose register goes on.
def f(g):
    while (x := g()) is not None:
        print(x)
