# A comparison that decides a branch never makes a bool.
def f(a, b):
    if a < b:
        return a
    return b
