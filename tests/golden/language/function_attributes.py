"""What can be read, set and broken on functions, methods, code objects and builtins."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import types


def f(a, /, b=1, *args, c, d=2, **kwargs) -> int:
    "doc"
    local = a
    return local


class C:
    def method(self, x):
        return self, x

    @classmethod
    def cm(cls):
        pass


c = C()
g = lambda: None
ask("""
f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__, f.__type_params__
f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_nlocals, f.__code__.co_flags & 12, f.__code__.co_qualname
setattr(f, "__name__", 5)
setattr(f, "__qualname__", None)
setattr(f, "__defaults__", 5)
setattr(f, "__kwdefaults__", 5)
setattr(f, "__code__", 5)
setattr(f, "__dict__", 5)
setattr(f, "__closure__", ())
setattr(f, "__globals__", {})
setattr(f, "__annotations__", 5)
setattr(f, "__type_params__", 5)
delattr(f, "__name__")
delattr(f, "__dict__")
delattr(f, "__defaults__"), f.__defaults__
f(1, c=1)
setattr(f, "__defaults__", (7, 8)), f(c=1), f.__defaults__
setattr(f, "__kwdefaults__", {"c": 3}), f(), f.__kwdefaults__
setattr(f, "__kwdefaults__", None), f.__kwdefaults__
f(1)
setattr(f, "extra", 1), f.__dict__, f.extra
f.nothing
setattr(g, "__code__", f.__code__), g(9, c=0)
setattr(g, "__code__", (lambda: c2 if (c2 := 0) else c2).__code__), g()
setattr(g, "__code__", (lambda y: (lambda: y))(1).__code__)
setattr(g, "__doc__", 5), g.__doc__, setattr(g, "__module__", 5), g.__module__
c.method.__self__ is c, c.method.__func__ is C.method, c.method.__name__, c.method == c.method, c.method is c.method, hash(c.method) == hash(c.method), c.method == C().method, c.method.__doc__, C.cm.__self__ is C
setattr(c.method, "x", 1)
c.method.__func__.__code__.co_name, c.method.__class__
C.method(1, 2)
C.method(1)
c.method()
c.method(1, 2)
c.method(y=1)
types.MethodType(f, 5)
types.MethodType(5, 5)
types.MethodType(f, None)
types.MethodType(len, [1, 2])()
types.FunctionType(f.__code__, {}, "named", (1,)).__name__, types.FunctionType(f.__code__, {"x": 1}).__globals__ == {"x": 1}
types.FunctionType(f.__code__)
types.FunctionType(f.__code__, 5)
types.FunctionType(5, {})
types.FunctionType((lambda y: (lambda: y))(1).__code__, {})
types.FunctionType((lambda y: (lambda: y))(1).__code__, {}, closure=(types.CellType(4),))()
types.FunctionType(f.__code__, {}, closure=(types.CellType(4),))
types.CellType().cell_contents
types.CellType(1) == types.CellType(1), types.CellType(1) < types.CellType(2), types.CellType(5).cell_contents, types.CellType() < types.CellType(0)
len.__name__, len.__qualname__, len.__module__, len.__self__.__name__, len.__doc__, len.__text_signature__, [].append.__self__, [].append.__name__, [].append.__qualname__, str.upper.__qualname__, "".upper.__qualname__
setattr(len, "x", 1)
len.nothing
[].append == [].append, (lambda a: a.append == a.append)([]), [1].append == [1].append, len == len
f.__get__(5).__self__, f.__get__(5, int).__func__ is f, f.__call__.__name__, type(f.__call__).__name__
f.__code__ == f.__code__.replace(), f.__code__.replace(co_name="new").co_name, hash(f.__code__) == hash(f.__code__.replace()), f.__code__ == g.__code__
f.__code__.replace(nothing=1)
f.__code__.co_consts[0], f.__code__.co_names, f.__code__.co_filename == __file__

f()()
f.__builtins__["len"] is len
""")
