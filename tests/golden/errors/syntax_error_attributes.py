"""What a caught SyntaxError carries."""


def show(function):
    try:
        function()
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset, e.args[0], len(e.args))
        print(str(e))


show(lambda: compile("x = 1\ny = = 2\n", "file.py", "exec"))
show(lambda: compile("a b", "f", "eval"))
show(lambda: eval("1 +\n"))
show(lambda: exec("def f():\n    return (1\n\nx = 2"))
show(lambda: compile(b"# -*- coding: latin-1 -*-\nx = '\xe9' y", "f", "exec"))
show(lambda: compile("é = ñ ñ", "f", "exec"))
show(lambda: compile("if 1:\n  x\n y", "f", "exec"))
show(lambda: compile("\tx = 1\n        y", "f", "exec"))
show(lambda: compile("def f():\nx = 1", "f", "exec"))
show(lambda: compile("'''abc\ndef", "f", "exec"))
show(lambda: compile("x = (\n  1,\n  2", "f", "exec"))
show(lambda: compile("nonlocal x", "f", "exec"))
show(lambda: compile("\n\n\nreturn 5", "f", "exec"))
show(lambda: compile(b"\xff\xfe", "f", "exec"))
show(lambda: compile(b"# coding: no-such\nx", "f", "exec"))
show(lambda: compile(b"x = '\xe9'", "f", "exec"))
for source in (b"\xef\xbb\xbfx = 1", b"# coding: utf-8\nx = '\xc3\xa9'", b"x = 1\r\ny = 2\r", "x = 1\x0cy = 2", "\x0cx = 1", "if 1:\n\tx = 1\n", "x = 1 # comment", "", "\n\n", "# only", "x = \\\n1", "\ufeffx = 1", b"# vim: set fileencoding=latin-1 :\nx = '\xe9'"):
    try:
        space = {}
        exec(source, space)
        print(repr(source), "x" in space and repr(space["x"]))
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset)
e = SyntaxError("custom", ("file", 3, 7, "the text", 3, 9))
print(e, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, repr(e))
for args in ((), ("m",), ("m", ("f", 1, 2, "t")), ("m", ("f", 1, 2, "t", 5, 6))):
    e = SyntaxError(*args)
    print(repr(e), str(e), e.msg, e.filename, e.lineno, e.text, e.end_lineno)
for args in (("m", 5), ("m", (1, 2)), ("m", ("f", 1, 2))):
    try:
        SyntaxError(*args)
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError), IndentationError("x").msg)
raise SyntaxError("raised by hand", ("somewhere.py", 2, 5, "x = = 1\n", 2, 6))
