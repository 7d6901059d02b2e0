"""The wording and place of syntax errors: augmented, annotated, del, with and for targets."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "x + 1 += 1", "f() += 1", "(a, b) += 1", "[a] += 1", "None += 1", "a, b += 1", "1 += 1", "a += b += c",
    "x: int: str", "(x, y): int", "[x]: int = 1", "f(): int", "x, y: int", "1: int", "x = 1: int", "del 1", "del f()",
    "del a + b", "del (a, 1)", "del None", "del", "del a,", "del *a, b", "del (a)", "del [a, b]", "del {a}",
    "del x if y else z", "del yield", "with a as 1: pass", "with a as f(): pass", "for 1 in x: pass",
    "for f() in x: pass", "for x y: pass", "for x in: pass", "for in x: pass",
)
for source in SOURCES:
    show(source)
