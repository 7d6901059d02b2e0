# Only a read that may find nothing is checked.
def f(c):
    if c:
        x = 1
    print(x)
    return x
