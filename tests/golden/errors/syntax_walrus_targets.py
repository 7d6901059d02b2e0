"""The wording and place of syntax errors: assignment expressions and targets."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "x := 1", "(x := 1)", "(x.y := 1)", "(1 := 2)", "f(x := 1)", "f(a=x := 1)", "[x := 1]", "x = y := 1",
    "(x := y := 1)", "a, b := 1, 2", "1 = x", "f() = 1", "a + b = 1", "'x' = 1", "None = 1", "(a, 1) = 2",
    "[a, f()] = 1", "a if b else c = 1", "x = 1 = y", "(a for a in b) = 1", "lambda: 1 = 2", "f'{x}' = 1", "... = 1",
    "-a = 1", "a < b = 1", "not a = 1", "a and b = 1", "[x for x in y] = 1", "{} = 1", "{1} = 1", "yield = 1",
)
for source in SOURCES:
    show(source)
