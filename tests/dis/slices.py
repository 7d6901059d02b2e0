# A plain slice makes no slice object.
def f(a, i):
    a[1:i] = a[::2]
    return a[i:]
