"""The wording and place of syntax errors: lambda, operators, foreign spellings."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "lambda", "lambda x", "lambda x:", "lambda x, x: 1", "lambda (x): 1", "lambda *: 1", "lambda x=1, y: 1", "x if y",
    "x if y else", "if else", "not", "a not b", "a is", "a in", "a < > b", "a <> b", "a === b", "a =! b", "a ! b", "!a",
    "a ? b : c", "a && b", "a || b", "a++", "++a", "a--", "$", "a $ b", "`a`", "\\", "a \\ b", "é = 1", "a = €", "“a”",
    "a\xa0b", "print 1", "print 'x'", "exec 'x'", "print a, b", "print(a b)",
)
for source in SOURCES:
    show(source)
