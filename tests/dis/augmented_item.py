# An item is loaded and stored with its object and key evaluated once.
def f(d, k):
    d[k] += 1
    d.n -= k
