from functools import partial
def f(*args, **keywords): return args, keywords
p = partial(f, 1, a=2)
p.keywords[1234] = "value"
for make in (lambda: p(), lambda: p(3, b=4), lambda: p(*range(20))):
    try: print(make())
    except TypeError as error: print(error)
del p.keywords[1234]
print(p(3, b=4), p(3, a=5), repr(partial(len)), partial(partial(f, 1), 2)(3), p.func is f, p.args)
