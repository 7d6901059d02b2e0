"""An uncaught exception: the traceback goes to stderr, the exit status is 1."""


def outer(n):
    return middle(n, key=n * 2)


def middle(n, *, key):
    total = 0
    for i in range(3):
        total += inner(i, key)
    return total


def inner(a, b):
    if a == 2:
        return a / (b - b)
    return a


print("before")
outer(5)
print("never")
