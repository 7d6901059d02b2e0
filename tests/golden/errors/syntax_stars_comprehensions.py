"""The wording and place of syntax errors: yield, stars, comprehensions."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "yield", "await x", "x = yield", "*a", "*a, b", "(*a)", "[*a]", "**a", "print(**)", "(**a)", "*", "x = *", "x = *a",
    "x = (*a)", "del *a", "[x for x in]", "[for x in y]", "[x for]", "[x for x y]", "[x for x in y if]",
    "[x, y for x in y]", "{x, y for x in z}", "{x: y for x in}", "[*a for a in b]", "{**a for a in b}", "(x for x in y",
    "[x for 1 in y]", "[x for f() in y]", "[x async for x in y]",
)
for source in SOURCES:
    show(source)
