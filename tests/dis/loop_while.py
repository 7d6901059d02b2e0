# The test stands at the bottom: one jump an iteration, which is a safepoint.
def f(n):
    while n > 0:
        n -= 1
    return n
