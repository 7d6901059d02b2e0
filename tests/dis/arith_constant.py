# Other constants ride in the instruction as well.
def f(x):
    return 2.5 * x + 0.5
