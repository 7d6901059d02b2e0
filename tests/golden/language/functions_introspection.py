"""Function objects: their attributes, what may be set, code objects."""


def sample(a, /, b, c=3, *args, d, e=5, **kwargs):
    """Doc of sample."""
    local = a + b
    return local


print(sample.__name__, sample.__qualname__, sample.__module__, sample.__doc__, sample.__defaults__, sample.__kwdefaults__)
code = sample.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)
print(code.co_firstlineno, code.co_filename.endswith("functions_introspection.py"), bool(code.co_flags & 4), bool(code.co_flags & 8))
sample.attribute = 1
sample.__dict__["other"] = 2
print(sample.attribute, sample.other, vars(sample))
del sample.attribute
sample.__name__ = "renamed"
sample.__qualname__ = "Qualified.renamed"
sample.__doc__ = None
print(sample.__name__, sample.__doc__, repr(sample).split(" at ")[0])
try:
    sample(1)
except TypeError as error:
    print(error)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(sample, "__name__", 5))
attempt(lambda: setattr(sample, "__defaults__", 5))
attempt(lambda: setattr(sample, "__kwdefaults__", []))
attempt(lambda: setattr(sample, "__code__", 5))
attempt(lambda: setattr(sample, "__closure__", ()))
attempt(lambda: sample.missing)
attempt(lambda: delattr(sample, "missing"))
attempt(lambda: delattr(sample, "__name__"))
attempt(lambda: type(sample)())


def one():
    return "one"


def two():
    return "two"


def closing():
    x = 1
    def inner():
        return x
    return inner


one.__code__ = two.__code__
print(one(), one.__name__)
attempt(lambda: setattr(one, "__code__", closing().__code__))


def nested():
    def inner():
        class Local:
            def method(self):
                return lambda: (x for x in ())
        return Local
    return inner


local = nested()()
print(nested().__qualname__, local.__qualname__, local.method.__qualname__, local().method().__qualname__, local().method()().__qualname__)
print((lambda: 0).__name__, (lambda a, *b, c=1: 0).__code__.co_varnames)
print(len.__name__, len.__qualname__, len.__module__, type(len).__name__, repr(len), [].append.__name__, repr([].append)[:35])
print(str.join.__name__, repr(str.join), type(str.join).__name__, repr(int.__add__), type(int.__add__).__name__, type((1).__add__).__name__)
print(repr(dict.fromkeys)[:40], str.join.__objclass__, [].append.__self__)


class C:
    def method(self):
        """Method doc."""
        return self

    def __call__(self):
        return "called"


c = C()
print(c.method.__name__, c.method.__doc__, c.method.__self__ is c, c.method.__func__ is C.method, callable(c), callable(C), callable(5))
print(repr(C.method).split(" at ")[0], repr(c.method).split(" of ")[0])
attempt(lambda: setattr(c.method, "x", 1))
C.method.tag = "on the function"
print(c.method.tag)
other = C()
print(c.method == c.method, c.method is c.method, c.method == other.method, hash(c.method) == hash(c.method))
bound = sample.__get__(c)
print(type(bound).__name__, bound.__self__ is c, sample.__get__(None, C) is sample)
print(type(code).__name__, code == sample.__code__, closing().__code__.co_freevars, closing.__code__.co_cellvars)
print(code.replace(co_name="changed").co_name, sample.__globals__ is globals(), sample.__builtins__["len"] is len)


def f(x): return x
def g(x): return x
print(f == g, f == f, f.__code__ == f.__code__, hash(f) == hash(f))
print(f.__type_params__, f.__annotations__)
