# As conditions they are jumps.
def f(a, b, c):
    if a and not b or c is None:
        return 1
