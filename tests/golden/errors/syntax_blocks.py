"""The wording and place of syntax errors: if, while, for, and indentation."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "if x", "if x:", "if x: pass else: pass", "if x\n pass", "if:\n pass", "if x = 1: pass", "if x: pass\nelif: pass",
    "else: pass", "elif x: pass", "if 1:\npass", "if 1:\n  a\n b", "  x", "x\n  y", "if 1:\n\tx\n        y",
    "if 1:\n        x\n\ty", "while x", "while: pass", "while x = 1: pass", "for x in y", "for x: pass",
    "for x in y: pass else: pass",
)
for source in SOURCES:
    show(source)
