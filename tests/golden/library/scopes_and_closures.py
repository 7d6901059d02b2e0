x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x; x += "+"; return x
    def reads(): return x
    class K:
        y = x; x = "class"; z = [x for _ in range(1)]
        def m(self): return x
    return inner(), reads(), K.y, K.x, K.z, K().m(), x
print(outer())
def counter():
    n = 0
    def step(by=1):
        nonlocal n; n += by; return n
    return step
c = counter(); print(c(), c(5), c.__closure__[0].cell_contents, c.__code__.co_freevars)
fs = [lambda: i for i in range(3)]; gs = [lambda i=i: i for i in range(3)]; print([f() for f in fs], [g() for g in gs], [i for i in range(2)], "i" in globals())
def deleted():
    v = 1; del v
    try: return v
    except UnboundLocalError as error: return str(error)
def unbound():
    def g(): return w
    try: return g()
    except NameError as error: return str(error)
    w = 1
print(deleted(), unbound(), eval("x", {"x": 5}), eval("[x for x in y]", {"y": [1]}))
exec("def made(): return x", space := {"x": "space"}); print(space["made"](), sorted(k for k in space if k[0] != "_"))
print((lambda *a, k=(y := 5): (a, k, y))(1), [last := i for i in range(3)], last, locals() is globals())
for source in ["nonlocal q", "def f():\n nonlocal q", "def f(a):\n global a", "def f():\n b=1\n global b", "[x := 1 for x in y]", "class A:\n [z := 1 for _ in y]", "def f(a, a): pass", "return 1", "yield", "break", "await x", "f(a=1, a=2)", "f(**k, *a)", "x = *a", "del f()", "1 = x", "None = 1", "a + 1 = 2", "for 1 in x: pass", "with a as 1: pass", "import a.b as c.d", "from x import *, y", "def f(x=1, y): pass", "lambda *: 0", "'a' b'c'", "f'{'", "0777", "1__0", "a b", "if x", "if x:\npass", " x", "x = (", "'abc", "\\x", "@", "else: pass", "try: pass", "async x", "*a", "x: int: str", "a := 1", "not = 1"]:
    try: compile(source, "<s>", "exec"); print("fine", repr(source))
    except SyntaxError as error: print(repr(source), type(error).__name__, error.msg)
