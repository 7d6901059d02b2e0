"""eval, exec and compile: namespaces, modes, flags, results and refusals."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import ast


class Names(dict):
    def __missing__(self, key):
        return f"<{key}>"


class NotDict:
    def __getitem__(self, key):
        return key * 2


g = {"x": 1}
ask("""
eval("x", {"x": 5}), eval("x", {}, {"x": 6}), eval(" \\t1 + 1\\n"), eval(b"2"), eval(bytearray(b"3")), eval("x", {"x": 1}, {"x": 2}), eval("y", {}, Names()), eval("y", {}, NotDict())
eval("")
eval("x = 1")
eval("1\\n2")
eval("x y")
eval("\\0")
eval("undefined_name", {})
eval("x", 5)
eval("x", Names())
eval("1", {}, 5)
eval("(")
eval("1 +")
eval(None)
eval("lambda: x", {"x": 7})(), eval("[i for i in range(k)]", {"k": 2}), eval("(lambda: [v for _ in 'a'])()", {"v": 9}), eval("__builtins__ is not None", {}), eval("len([1])", {"__builtins__": {"len": lambda x: "mine"}})
eval("len", {"__builtins__": {}})
exec("x = 5", g), g["x"], exec("y = x + 1", g, (l := {})), l, exec("def f(): return x", g), g["f"](), "__builtins__" in g
exec("x", {}, 5)
exec("import sys as q; z = q.version_info[0]", g), g["z"], exec("for i in range(3): pass", g), g["i"], exec("class K: a = 1", g), g["K"].__module__ if "__name__" in g else g["K"].__qualname__
exec("return 1")
exec("yield 1")
exec("await x")
exec("break")
exec("x: int = 5", g), g["x"], exec("global w; w = 1", g), g["w"], exec("del w", g), "w" in g
compile("1 + 1", "f", "eval").co_filename, eval(compile("1 + 1", "f", "eval")), eval(compile("x = 1", "f", "exec")), compile("1", "f", "single").co_name, exec(compile("1", "f", "eval"))
compile("1; 2", "f", "single") and exec(compile("5", "f", "single"))
compile("x = ", "f", "exec")
compile("1", "f", "nope")
compile("1", 5, "eval")
compile(5, "f", "eval")
compile("a b", "name", "eval")
compile("  x", "f", "exec")
compile("x\\n y", "f", "exec")
compile("if 1:\\nx", "f", "exec")
compile("'abc", "f", "exec")
compile("\\"\\"\\"abc", "f", "exec")
compile("f(a=1, a=2)", "f", "exec")
compile("f(**a, *b)", "f", "exec")
compile("f(a=1, 2)", "f", "exec")
compile("def f(a=1, b): pass", "f", "exec")
compile("1 = x", "f", "exec")
compile("f() = 1", "f", "exec")
compile("x + 1 += 1", "f", "exec")
compile("None = 1", "f", "exec")
compile("del f()", "f", "exec")
compile("(a, b): int = 1", "f", "exec")
compile("a, b += 1", "f", "exec")
compile("import a.b as c.d", "f", "exec")
compile("from . import *", "f", "exec") and 1
compile("0777", "f", "eval")
compile("1_", "f", "eval")
compile("0b2", "f", "eval")
compile("1e", "f", "eval")
compile("x!", "f", "eval")
compile("a ? b", "f", "eval")
compile("$", "f", "eval")
compile("“x”", "f", "eval")
compile("else: pass", "f", "exec")
compile("try: pass", "f", "exec")
compile("class C(: pass", "f", "exec")
compile("(1, 2", "f", "exec")
compile("(1, 2]", "f", "exec")
compile("1)", "f", "exec")
compile("{1: 2, 3}", "f", "exec")
compile("{1, 2: 3}", "f", "exec")
compile("f'{'", "f", "exec")
compile("f'{}'", "f", "exec")
compile("f'{a!x}'", "f", "exec")
compile("f'}'", "f", "exec")
compile("b'é'", "f", "exec")
compile("'\\\\N{nope}'", "f", "exec")
compile("'\\\\x1'", "f", "exec")
compile("async def f(): [await x for x in y]", "f", "exec") and 1
compile("def f(): await x", "f", "exec")
compile("async with x: pass", "f", "exec")
compile("lambda: (yield)", "f", "exec") and 1
compile("nonlocal x", "f", "exec")
compile("def f(x): global x", "f", "exec")
compile("continue", "f", "exec")
compile("*a", "f", "exec")
compile("*a = 1", "f", "exec")
compile("a = *b", "f", "exec")
compile("*a, *b = c", "f", "exec")
compile("print 1", "f", "exec")
compile("exec 'x'", "f", "exec")
compile("x = 1 if 2", "f", "exec")
compile("for x in y", "f", "exec")
compile("while 1 pass", "f", "exec")
compile("except: pass", "f", "exec")
compile("raise x from", "f", "exec")
compile("with a as 1: pass", "f", "exec")
compile("from __future__ import nothing", "f", "exec")
compile("x = 1\\nfrom __future__ import annotations", "f", "exec")
ast.unparse(compile("x+1", "f", "eval", ast.PyCF_ONLY_AST)), eval(compile(ast.parse("1+2", mode="eval"), "f", "eval"))
""")
