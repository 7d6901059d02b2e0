"""The wording and place of syntax errors: classes, and statements out of place."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "class", "class 1: pass", "class C", "class C(: pass", "class C(a b): pass", "class C:\nx", "class C: x y",
    "class C(**k, a): pass", "class True: pass", "return", "return 1", "class C: return 1", "yield 1",
    "class C: yield 1", "yield from x", "await x", "def f(): await x", "def f(): async for x in y: pass",
    "def f(): [x async for x in y]", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "break",
    "continue", "def f(): break", "while 1:\n def f(): break", "if 1: continue", "for x in y:\n class C: break",
    "class C: continue",
)
for source in SOURCES:
    show(source)
