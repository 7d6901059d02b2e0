"""The wording and place of syntax errors: import, global, nonlocal."""


def show(source):
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})-({e.end_lineno}, {e.end_offset})")


SOURCES = (
    "import", "import a.", "import a as", "import a as b.c", "import a b", "import *", "from a import",
    "from a import b c", "from a import (b", "from a import ()", "from a import b,", "from a import (b,)",
    "from a import b as", "from . import", "from import a", "from a", "from .. a import b", "from a import *, b",
    "from a import b.c", "def f(): from a import *", "from __future__ import nope",
    "x\nfrom __future__ import annotations", "from __future__ import braces", "import a, ", "from a import 1",
    "import a as 1", "from a import b as 1", "global", "global x y", "global x,", "x = 1\nglobal x",
    "def f():\n x = 1\n global x", "nonlocal x", "def f(): nonlocal x", "global 1", "pass x",
)
for source in SOURCES:
    show(source)
