# Constant operands are computed by the compiler.
def f():
    return 60 * 60 * 24, -1, 'a' 'b' + 'c'
