"""Function objects: attributes that may be set, defaults, closures, wrong values, types.FunctionType."""

import types


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
    """Doc."""
    return a, b, c, args, d, e, kw


def outer():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return x

    return inner


g = outer()
ask(r'''
f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__type_params__, f.__globals__ is globals(), f.__builtins__ is not None
g.__qualname__, g.__closure__[0].cell_contents, g(), g.__closure__[0].cell_contents, g.__code__.co_freevars, outer.__code__.co_cellvars
f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_flags, f.__code__.co_name, f.__code__.co_nlocals
f()
f(1)
f(1, d=4, a=2), f(1, 2, 3, 4, 5, d=6, z=7)
f(1, d=1, d2=2, e=3, c=9)
f(b=1, d=1)
f(1, 2, 3, c=4, d=1)
setattr(f, "__name__", 5)
setattr(f, "__qualname__", None)
setattr(f, "__defaults__", 5)
setattr(f, "__kwdefaults__", [])
setattr(f, "__code__", None)
setattr(f, "__code__", g.__code__)
setattr(f, "__dict__", 5)
setattr(f, "__annotations__", 5)
setattr(f, "__closure__", ())
setattr(f, "__globals__", {})
setattr(f, "__type_params__", [1])
setattr(f, "__module__", 5), f.__module__, setattr(f, "__doc__", [1]), f.__doc__, setattr(f, "attr", 1), f.attr, f.__dict__
delattr(f, "__name__")
delattr(f, "__dict__")
delattr(f, "__code__")
delattr(f, "nope")
delattr(f, "__defaults__"), f.__defaults__, delattr(f, "__kwdefaults__"), f.__kwdefaults__, delattr(f, "__doc__"), f.__doc__
f(1, 2)
setattr(f, "__defaults__", (1, 2, 3)), f(d=1)
setattr(f, "__kwdefaults__", {"d": 4, "e": 5, "unknown": 6}), f()
setattr(f, "__defaults__", ()), setattr(f, "__name__", "renamed"), f.__name__, f.__qualname__, repr(f)[:12]
f()
types.FunctionType(f.__code__, {}, "made").__name__, types.FunctionType(f.__code__, {}, None, (9,)).__defaults__, types.FunctionType(g.__code__, {}, closure=g.__closure__)(), types.FunctionType(f.__code__, {}, kwdefaults={"d": 1}).__kwdefaults__
types.FunctionType(5, {})
types.FunctionType(f.__code__, 5)
types.FunctionType(f.__code__, {}, 5)
types.FunctionType(f.__code__, {}, None, 5)
types.FunctionType(g.__code__, {})
types.FunctionType(g.__code__, {}, None, None, ())
types.FunctionType(g.__code__, {}, None, None, (5,))
types.FunctionType(f.__code__, {}, None, None, g.__closure__)
types.FunctionType()
types.CellType(5).cell_contents, types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1), types.CellType() < types.CellType(1), repr(types.CellType(5))[:5]
types.CellType().cell_contents
types.CellType(1, 2)
hash(types.CellType(1))
types.MethodType(f, 1).__self__, types.MethodType(len, "abc")(), types.MethodType(f, 1).__func__ is f, types.MethodType(len, []) == types.MethodType(len, [])
types.MethodType(5, 1)
types.MethodType(len, None)
types.MethodType(len)
"".join.__self__, "".join.__name__, [].append.__qualname__, len.__self__.__name__, len.__module__, str.join.__objclass__, str.join.__name__, repr(str.join), int.__add__.__objclass__, (5).__add__.__self__, repr(int.__add__), repr(len)
[].append == [].append, (l := [], l.append == l.append)[1], hash(len) == hash(len), "a".upper.__eq__(5)
(lambda: 0).__name__, (lambda: 0).__qualname__, (lambda x=1: x).__defaults__, (lambda: 0)() , (lambda *, k: k)(k=2)
(lambda x: x)()
(lambda *, k: k)(1)
type("F", (types.FunctionType,), {})
5()
"a"()
None()
f.nope
f.__get__(5).__self__, f.__get__(None, int) is f, f.__call__ is not None, type(f.__call__).__name__
f.__get__(None)
''')
