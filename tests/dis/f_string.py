# Parts are formatted into registers and joined.
def f(a, w):
    return f'<{a!r:>{w}}|{a}>'
