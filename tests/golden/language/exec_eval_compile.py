"""`exec`, `eval` and `compile` with and without namespaces."""

x = "global"
print(eval("x"), eval("1 + 2 * 3"), eval("  5"), eval("[i for i in range(3)]"))
scope = {"x": "given"}
print(eval("x", scope), "__builtins__" in scope)
exec("y = x + '!'\ndef f(): return y", scope)
print(scope["y"], scope["f"]())
print(eval("x + z", {"x": 1}, {"z": 2}))


def function():
    x = "local"
    print(eval("x"), eval("x", globals()))
    exec("x = 'changed'; made = 1")
    print(x)
    try:
        made
    except NameError as error:
        print(error)
    names = {}
    exec("x = 5", globals(), names)
    print(names, x)
    return eval("(lambda: x)()")


print(function())
exec("made_at_module_level = 7")
print(made_at_module_level)

code = compile("a = 1\nb = a + n", "<made>", "exec")
print(type(code).__name__, code.co_filename, code.co_name, code.co_names)
space = {"n": 10}
exec(code, space)
exec(code, space)
print(space["b"])
print(eval(compile("n * 2", "<e>", "eval"), {"n": 4}), eval(compile("n", "f", "exec"), {"n": 1}))
exec(compile("x; 'shown'; None; 1 + 1", "<single>", "single"), {"x": 5})
exec(compile("if True:\n  3\n", "<single>", "single"))


class Mapping(dict):
    def __missing__(self, key):
        return f"<{key}>"


print(eval("a + b", {}, Mapping()))
locals_seen = {}
exec("class C:\n  v = 1\nc = C.v\nfor i in range(3): pass\nimport math", {}, locals_seen)
print(locals_seen["c"], locals_seen["i"], sorted(k for k in locals_seen))


def attempt(function):
    try:
        print(function())
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.filename, error.text)
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: eval("1 +"))
attempt(lambda: eval("a = 1"))
attempt(lambda: eval(""))
attempt(lambda: exec("x ="))
attempt(lambda: exec("  x = 1"))
attempt(lambda: exec("if 1:\npass"))
attempt(lambda: eval("1\n2"))
attempt(lambda: eval(5))
attempt(lambda: exec(5))
attempt(lambda: eval("1", 5))
attempt(lambda: exec("1", {}, 5))
attempt(lambda: compile("1", "f", "wrong"))
attempt(lambda: compile("return 1", "f", "exec"))
attempt(lambda: compile("x", "f", "eval", flags=1 << 30))
attempt(lambda: exec("a\0b"))
attempt(lambda: compile("1\n2", "f", "single"))
attempt(lambda: eval(b"1 + 1"))
attempt(lambda: exec("raise ValueError('inside')"))
attempt(lambda: eval("missing_name"))
attempt(lambda: exec("def f(:\n  pass", {}))
attempt(lambda: eval("lambda: (yield)")().__next__())

functions = {}
for i in range(3):
    exec(f"def f{i}(): return {i} * 10", functions)
print([functions[f"f{i}"]() for i in range(3)])
print(eval("__name__"), eval("__name__", {"__name__": "set"}))
try:
    eval("__name__", {"__builtins__": {}})
except NameError as error:
    print(error)
print(eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}))
try:
    exec("import math", {"__builtins__": {}})
except ImportError as error:
    print(error)
print(sorted(k for k in {**globals()} if k.startswith("made")))
depth = "0"
for _ in range(20):
    depth = f"eval({depth!r})"
print(eval(depth))
globals()["injected"] = "via globals()"
print(injected)
src = "\n".join(f"v{i} = {i}" for i in range(300)) + "\ntotal = " + " + ".join(f"v{i}" for i in range(300))
ns = {}
exec(src, ns)
print(ns["total"])
print(eval("f(*a, **k)", {"f": lambda *a, **k: (a, k), "a": (1, 2), "k": {"z": 3}}))
