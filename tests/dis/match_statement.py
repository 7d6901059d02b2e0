# Patterns are tests that fall through to the next case.
def f(p):
    match p:
        case {'k': v, **rest}:
            return v, rest
        case [x, *_] | (_, x):
            return x
        case Point(x=0, y=y) if y:
            return y
        case 'a' | None:
            return 0
