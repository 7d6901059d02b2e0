"""The wording and place of syntax errors: try, raise, assert."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "try: pass", "try:\n pass\nx", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nfinally: pass\nexcept: pass",
    "except: pass", "finally: pass", "try: pass\nexcept a as 1: pass", "try: pass\nexcept a, b as c: pass",
    "try: pass\nexcept a, b: pass", "try: pass\nexcept a as b.c: pass", "try: pass\nexcept* : pass",
    "try: pass\nexcept a: pass\nexcept* b: pass", "try: pass\nexcept* a: break",
    "def f():\n try: pass\n except* a: return", "try: pass\nelse: pass", "try\n pass",
    "try: pass\nexcept a as b, c: pass", "raise x from", "raise from x", "raise x, y", "raise x y", "assert",
    "assert x,", "assert x, y, z", "assert (x, y)",
)
for source in SOURCES:
    show(source)
