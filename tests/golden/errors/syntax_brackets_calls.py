"""The wording and place of syntax errors: brackets, displays, calls, subscripts."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "(", ")", "(]", "[1, 2", "{1: 2", "{1:}", "{:1}", "{1, 2: 3}", "{1: 2, 3}", "{**a: 1}", "(1, 2", "f(1, 2", "f(a b)",
    "f(a, b c)", "f(a=1, 2)", "f(**k, *a)", "f(**k, 1)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f(True=1)",
    "f(a for a in b, c)", "f(c, a for a in b)", "f(a=)", "f(*)", "f(**)", "f(=1)", "f((a)=1)", "f(lambda: 1 = 2)",
    "f('x'=1)", "a.", "a.1", "a[", "a[]", "a[1", "a[1:2:3:4]",
)
for source in SOURCES:
    show(source)
