# `except*` splits the group.
def f(g):
    try:
        g()
    except* ValueError as e:
        g(e)
