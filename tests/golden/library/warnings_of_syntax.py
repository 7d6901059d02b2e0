import warnings
for source in ["x is 1", "'\\d'", "(1)(2)", "assert (1, 'x')", "'a'[1, 2]" if False else "[1](2)", "1 is not x", "def f():\n    try: pass\n    finally: return"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "<src>", "exec")
    print(repr(source), [(str(w.message), w.category.__name__, w.lineno, w.filename) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("a\n(x is 'y')\n", "<src>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.text)
