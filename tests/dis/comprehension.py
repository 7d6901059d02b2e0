# A comprehension runs inline, with registers of its own.
def f(xs, x):
    ys = [x * 2 for x in xs if x]
    return ys, x
