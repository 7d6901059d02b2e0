# Exit and enter are looked up together, the exit is called on every way out.
def f(g):
    with g as x:
        return x
