# `and` and `or` as values keep the deciding operand.
def f(a, b, c):
    return a and b or c
