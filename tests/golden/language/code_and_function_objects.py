"""`code.replace`, `types.FunctionType`, and what is said where they are used wrongly."""

FunctionType = type(lambda: 0)


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def f(a, b=2, /, c=3, *rest, d, e=5, **more):
    """A function."""
    local = a
    return a, b, c, rest, d, e, more


code = f.__code__
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)
changed = code.replace(co_name="other", co_qualname="x.other", co_filename="elsewhere", co_firstlineno=77)
print(changed.co_name, changed.co_qualname, changed.co_filename, changed.co_firstlineno)
print(changed == code, code.replace() == code, hash(code.replace()) == hash(code))
f.__code__ = changed
print(f(1, d=4), f.__name__)


def constant():
    return "old text"


constant.__code__ = constant.__code__.replace(co_consts=tuple("new text" if c == "old text" else c for c in constant.__code__.co_consts))
print(constant())
print(code.replace(co_varnames=("aa",) + code.co_varnames[1:]).co_varnames[:3])
attempt(code.replace, co_name=5)
attempt(code.replace, co_argcount="x")
attempt(code.replace, co_consts=[1])
attempt(code.replace, no_such=1)
attempt(code.replace, 1)
print([line for _, _, line in constant.__code__.co_lines()][-1] - constant.__code__.co_firstlineno)
print(all(len(position) == 4 for position in code.co_positions()))
print(type(code.co_linetable).__name__, type(code.co_exceptiontable).__name__)

g = FunctionType(code, {"__name__": "module", "extra": 1}, "g", (8, 9))
print(g.__name__, g.__qualname__, g.__module__, g.__defaults__, g.__kwdefaults__, g.__doc__)
attempt(g, 1, d=4, e=0)


def outer():
    x = 1

    def inner():
        return x
    return inner


inner = outer()
print(FunctionType(inner.__code__, globals(), None, None, inner.__closure__)())
print(FunctionType(inner.__code__, globals(), closure=(type(inner.__closure__[0])(42),))())
attempt(FunctionType, inner.__code__, globals())
attempt(FunctionType, inner.__code__, globals(), None, None, ())
attempt(FunctionType, inner.__code__, globals(), None, None, (1,))
attempt(FunctionType, constant.__code__, globals(), None, None, inner.__closure__)
attempt(FunctionType, constant.__code__, globals(), 5)
attempt(FunctionType, constant.__code__, globals(), "n", [1])
attempt(FunctionType)
attempt(FunctionType, 1, {})
attempt(FunctionType, constant.__code__, 1)
for name in "__globals__", "__closure__", "__builtins__":
    attempt(setattr, f, name, 1)


class Wrapped:
    @classmethod
    def c(cls, a: int) -> str:
        pass

    @staticmethod
    def s(b: float):
        pass


for wrapper in Wrapped.__dict__["c"], Wrapped.__dict__["s"]:
    print(wrapper.__annotations__, wrapper.__annotations__ is wrapper.__annotations__)
    wrapper.__annotations__ = {"x": 1}
    print(wrapper.__annotations__, wrapper.__func__.__annotations__)
    del wrapper.__annotations__
    print(wrapper.__annotations__)


def cells():
    a = b = 1
    c = 2

    def inner():
        return a, b, c, later
    result = inner.__closure__
    if False:
        later = 1
    return result


one, same, two, empty = cells()
print(one == same, one < two, one >= two, empty < one, empty != one, empty == empty)
attempt(hash, one)
