"""The wording and place of syntax errors: type statements, decorators."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "type", "type X", "type X =", "type X[T] = int", "type X[] = int", "type X[T=int, U] = T", "type X.y = int",
    "type 1 = int", "type X[*T: int] = T", "type X = yield 1", "@", "@x", "@x\ny", "@x def f(): pass", "@x\nx = 1",
    "@1 2\ndef f(): pass",
)
for source in SOURCES:
    show(source)
