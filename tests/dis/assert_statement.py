# `AssertionError` means the builtin, whatever the name means.
def f(x):
    assert x > 0, 'negative'
