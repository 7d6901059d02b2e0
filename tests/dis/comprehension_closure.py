# A variable that a lambda keeps is a fresh cell of the comprehension.
def f(xs):
    return [lambda: x for x in xs]
