"""The wording and place of syntax errors: statements run together, multi-line brackets, debug name."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "x;;y", ";", "x;", "if x: y; z", "if x:; y", "x = 1 y = 2", "lambda: yield", "def f(): x = yield = 1",
    "class C:\n def f(self):\n  nonlocal q", "a, b", "x = (1,\n2\ny = 3", "x = [1,\n", "x = 'a\ny = 'b",
    'def f():\n"""doc', "if 1:\n    x\n  else:\n    y", "if 1:\n    x\n else:\n    y", "\tif 1:\n\tx", "(\n\n",
    "x = {\n 'a': 1\n 'b': 2\n}", "x = [1 2]", "x = (1 2)", "foo(1 2)", "for i in range(3) print(i)",
    "while True print(1)", "def f()\n  pass", "class A\n  pass", "else", "import sys as", "x = 5 if", "return x = 1",
    "def f(): return *a", "def f(): return *a, b", "for x in *a, b: pass", "for *a in b: pass", "*a = 1", "*a, *b = 1",
    "a, *b = 1", "x[*a]", "x[*a] = 1", "x[**a]", "del x[*a]", "a: *b = 1", "def f(*a: *b): pass", "def f(a: *b): pass",
    "__debug__ = 1", "def __debug__(): pass", "del __debug__", "x.__debug__ = 1", "import __debug__",
    "def f(__debug__): pass", "for __debug__ in x: pass",
)
for source in SOURCES:
    show(source)
