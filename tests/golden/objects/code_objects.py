"""Code objects: attributes, replace, comparison, positions of lines, and the errors of wrong fields."""

import types


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


def sample(a, b=1, *args, k=2, **kw):
    """Doc string."""
    total = 0
    for i in range(a):
        total += i * b
    inner = lambda x: x + total
    return [inner(y) for y in args], k, kw


def generator():
    yield 1


async def coroutine():
    return 1


async def agenerator():
    yield 1


code = sample.__code__
ask(r'''
code.co_name, code.co_qualname, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_nlocals, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_firstlineno
code.co_consts[0], "range" in code.co_names, code.co_filename.endswith("code_objects.py"), type(code.co_code), type(code.co_linetable), code.co_stacksize >= 0, isinstance(code.co_exceptiontable, bytes)
[f"{fn.__code__.co_flags:#x}" for fn in (sample, generator, coroutine, agenerator, lambda: 0)]
code == code, code == code.replace(), code.replace() is code, hash(code) == hash(code.replace()), code != sample, code.replace(co_name="x") == code, code.replace(co_name="x").co_name, code.replace(co_firstlineno=50).co_firstlineno, code.replace(co_filename="f").co_filename
code.replace(co_name=5)
code.replace(co_argcount="a")
code.replace(co_varnames=5)
code.replace(co_consts=[1])
code.replace(co_code="a")
code.replace(co_filename=None)
code.replace(nope=1)
code.replace(5)
code.replace(co_flags=2**40)
code < code
setattr(code, "co_name", "x")
delattr(code, "co_name")
setattr(code, "x", 1)
code.nope
type("C", (types.CodeType,), {})
sorted({line for _, _, line in code.co_lines() if line is not None}), [line - code.co_firstlineno for _, _, line in generator.__code__.co_lines() if line][:1] != []
len(list(code.co_positions())) > 5, all(len(p) == 4 for p in code.co_positions())
compile("1 + 1", "name", "eval").co_name, compile("x = 1", "name", "exec").co_filename, compile("pass", "n", "single").co_names, compile("a.b.c(d)", "n", "eval").co_names, compile("lambda x: x", "n", "eval").co_consts[0].co_varnames
compile("def f(): return 5", "n", "exec").co_consts[0].co_consts, compile("x: int = 1", "n", "exec").co_names[:1]
eval(compile("x * 2", "n", "eval"), {"x": 21}), exec(compile("y = 5", "n", "exec"), (ns := {})), ns["y"]
eval(sample.__code__)
eval(generator.__code__).__class__.__name__
exec(compile("z", "n", "eval"))
repr(code).startswith("<code object sample at 0x"), repr(code).split("file")[1].count('"'), repr(compile("", "fn", "exec"))[-18:]
compile("a", "n", "bad")
compile("a b", "n", "eval")
compile(5, "n", "eval")
compile("a", 5, "eval")
compile("a", "n")
compile("a\0b", "n", "eval")
compile("a", "n", "eval", 1 << 30)
compile(b"'\xc3\xa9'", "n", "eval").co_consts, compile(bytearray(b"1"), "n", "eval").co_consts, compile("\ufeff1", "n", "eval").co_consts
compile(b"\xff", "n", "eval")
compile("'\ud800'", "n", "eval")
code.co_lnotab if False else "gone"
''')
made = types.FunctionType(code.replace(co_name="made", co_qualname="made"), globals(), None, sample.__defaults__, None)
made.__kwdefaults__ = {"k": 7}
print(made.__name__, made.__qualname__, made(3, 2, 5, 6, z=1))
