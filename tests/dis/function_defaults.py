# Defaults, annotations and decorators are evaluated around the function.
@deco
def f(a, b=1, *args, c: int = 2, **kw) -> str:
    return args
