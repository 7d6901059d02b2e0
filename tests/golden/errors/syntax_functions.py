"""The wording and place of syntax errors: function definitions."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "def", "def f", "def f(", "def f()", "def f():", "def f(): return 1 2", "def 1(): pass", "def f(1): pass",
    "def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass",
    "def f(**k, *a): pass", "def f(*a, *b): pass", "def f(a, /, b, /): pass", "def f(/): pass", "def f(*a, /): pass",
    "def f(a, *, /): pass", "def f(**k=1): pass", "def f(*a=1): pass", "def f(a.b): pass", "def f((a, b)): pass",
    "def f(a b): pass", "def f(a=): pass", "def f(None): pass", "def f(a:): pass", "def f() -> : pass", "def f[T: pass",
    "def f[](): pass", "def f[T, T](): pass", "def f(x) return x", "def f:\n pass", "def f(a,\n", "async x",
    "async def", "async for x in y: pass", "async with x: pass",
)
for source in SOURCES:
    show(source)
