from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext, redirect_stdout, ContextDecorator, chdir, AbstractContextManager
import io
@contextmanager
def named(name):
    print("in", name)
    try: yield name.upper()
    except ValueError as error: print("caught", error)
    finally: print("out", name)
with named("a") as a, named("b"): print(a)
with named("c"): raise ValueError("v")
with ExitStack() as stack:
    for n in "xy": stack.enter_context(named(n))
    stack.callback(print, "called", 1)
    stack.push(lambda *exc: print("pushed", exc[0]) or True)
    raise KeyError("k")
with suppress(ZeroDivisionError): 1 / 0
class C:
    def close(self): print("closed")
with closing(C()): pass
with nullcontext(5) as n: print(n)
text = io.StringIO()
with redirect_stdout(text): print("hidden")
print(repr(text.getvalue()))
@named("deco")
def f(): return 1
print(f())
@contextmanager
def bad():
    yield 1
    yield 2
try:
    with bad(): pass
except RuntimeError as error: print(error)
try:
    with contextmanager(lambda: iter(()))(): pass
except RuntimeError as error: print(error)
except AttributeError as error: print("attribute", error)
