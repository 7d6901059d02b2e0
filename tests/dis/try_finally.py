# `finally` is copied to every way out.
def f(g):
    try:
        return g()
    finally:
        g.close()
