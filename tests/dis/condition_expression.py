# Both arms write the same register.
def f(a):
    return 'yes' if a else 'no'
