"""exec and eval with namespaces of every kind, closures, builtins that are replaced, and the text of errors."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Mapping:
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(f"get {key}")
        if key == "missing":
            raise KeyError(key)
        return f"<{key}>"

    def __setitem__(self, key, value):
        self.log.append(f"set {key}={value}")

    def __delitem__(self, key):
        self.log.append(f"del {key}")


class Dict(dict):
    def __missing__(self, key):
        if key.startswith("m"):
            return f"missing {key}"
        raise KeyError(key)


def closure():
    x = 1

    def inner():
        return x

    return inner


x = "global x"
m = Mapping()
ask(r'''
eval("x"), eval("x", {"x": 1}), eval("x", {"x": 1}, {"x": 2}), eval("x + y", {"x": 1}, {"y": 2}), eval("[x for _ in 'ab']", {"x": 1}), eval("(lambda: x)()", {"x": 5}), eval(" 1 + 1 "), eval("\t1"), eval(b"2"), eval("x", globals=dict(x=7)), eval("y", {}, Dict(y=1)), eval("mx", {}, Dict())
eval("x", {})
eval("zz", {}, Dict())
eval("x", {"__builtins__": {}})
eval("len('a')", {"__builtins__": {"len": lambda s: "mine"}}), eval("len", {"__builtins__": {}, "len": 5})
eval("len('a')", {"__builtins__": {}})
eval("x", 5)
eval("x", {}, 5)
eval(5)
eval(None)
eval("x = 1")
eval("")
eval("1 +")
eval("1; 2")
eval("import sys")
eval("yield 1")
eval("await x")
eval("return 1")
eval("1\n2")
eval("(1,\n2)"), eval("1 # comment"), eval("'a' 'b'"), eval("...")
eval("1", 2, 3, 4)
eval()
eval(source="1")
eval("a", {}, m), eval("missing", {"missing": "from globals"}, m), m.log
eval("missing", {}, m)
exec("q = 1", {}, m), exec("del q", {}, m), exec("r = s", {}, m), m.log[-4:]
(d := {}, exec("a = 1\nb = a + 1\ndef f(): return b", d), d["b"], d["f"](), sorted(k for k in d if k != "__builtins__"))[2:]
(g := {}, l := {}, exec("x = 1\ndef f():\n    return x", g, l), "x" in g, sorted(l), "__builtins__" in g)[3:]
exec("x = 1\ndef f(): return x\nf()", {}, {})
exec("class C:\n    y = 1\n    z = y + 1\nprint(C.z)", {})
exec("for i in range(3): pass\nprint(i)", {})
exec("import math; print(math.pi > 3)", {})
exec("global w\nw = 5", (g := {}), (l := {})), g["w"], "w" in l
exec("nonlocal w", {})
exec("return", {})
exec("break", {})
exec("x: int = 5\nprint(__annotations__)" if False else "x: int = 5", (g := {})), g["x"]
exec("print(x)", {"x": "in exec"}), exec("", {}), exec("pass"), exec("\n\n"), exec("# only")
exec("if 1:\nprint(2)")
exec("  x = 1")
exec("x =")
exec("1 = x")
exec("f(a=1, 2)")
exec("raise ValueError('from exec')")
exec(5)
exec("x", 5)
exec("x", {}, 5)
exec(closure.__code__)
exec(compile("print('compiled')", "n", "exec")), eval(compile("6 * 7", "n", "eval")), exec(compile("8 * 8", "n", "single"))
(lambda: eval("x"))(), (lambda x: eval("x"))(5), (lambda x: eval("y"))(5)
(lambda x: [eval("x") for _ in "a"])(5), (lambda x: (exec("x = 9"), x)[1])(5), (lambda x: (locals().update(x=7), x)[1])(3), sorted((lambda a, b=2, *c, **d: locals())(1))
globals() is globals(), locals() is locals(), "x" in globals(), vars() is locals(), (lambda: "x" in vars())()
eval("__name__"), eval("__builtins__ is not None"), eval("(lambda a: a * 2)(4)"), eval("{'a': 1}['a']"), eval("[i * j for i in range(3) for j in range(2)]"), eval("not 1 or 2 and 3"), eval("1 if 0 else 2"), eval("(y := 5) + y"), eval("f'{1 + 1}'"), eval("{**{'a': 1}}"), eval("-1 ** 2"), eval("1 < 2 < 3")
__import__("math").pi > 3, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__
__import__("nope")
__import__("")
__import__(5)
__import__("os", level=-1)
__import__("os", level=1)
''')
