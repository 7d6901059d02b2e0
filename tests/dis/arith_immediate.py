# Small ints are immediates; one instruction an operation.
def f(a, b):
    return (a + 1) * b - 3
