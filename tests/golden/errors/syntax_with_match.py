"""The wording and place of syntax errors: with and match."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "with", "with x", "with x as y", "with x as: pass", "with (x as y: pass", "with x y: pass", "with: pass",
    "with (x, y) as z: pass", "with (x as y, z as w): pass", "match x:\n pass", "match x:",
    "match x:\n case 1: pass\n case _: pass", "match x:\n case a: pass\n case b: pass",
    "match x:\n case _: pass\n case 1: pass", "match x:\n case a | b: pass", "match x:\n case a | 1: pass",
    "match x:\n case [a, a]: pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**a, 'b': 1}: pass",
    "match x:\n case {a: 1}: pass", "match x:\n case {1: a, 1: b}: pass", "match x:\n case f(a=1, 2): pass",
    "match x:\n case f(a=1, a=2): pass", "match x:\n case a.b(): pass", "match x:\n case 1 + 2: pass",
    "match x:\n case 1 + 2j: pass", "match x:\n case -a: pass", "match x:\n case f'{a}': pass",
    "match x:\n case a as b.c: pass", "match x:\n case a as _: pass", "match x:\n case {**_}: pass", "match x:\n case",
    "match x:\n case 1:", "match x:\n case 1 if: pass", "match x:\n case a as 1: pass",
    "match x:\n case (a | [a]): pass", "match x:\n case {**a, **b}: pass", "case 1: pass", "match x y:\n pass",
)
for source in SOURCES:
    show(source)
