# A global is found through a cache site.
def f():
    global n
    n = len(n)
    del n
