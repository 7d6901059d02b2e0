"""contextvars, method by method, with arguments of every kind."""
import re
import sys
import warnings

warnings.simplefilter("ignore")


class Masked:
    """Addresses differ from run to run."""

    def write(self, text):
        sys.__stdout__.write(re.sub(r"0x[0-9a-f]{6,}", "0x", text).replace(__file__, "FILE"))

    def flush(self):
        sys.__stdout__.flush()


sys.stdout = Masked()
import contextvars, weakref
from contextvars import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
t(lambda: ContextVar())
t(lambda: ContextVar(1))
t(lambda: ContextVar('a', 'b'))
t(lambda: ContextVar('a', x=1))
t(lambda: ContextVar(name='a'))
t(lambda: ContextVar('a', default=1, x=2))
v = ContextVar('v', default=[1])
u = ContextVar('u')
print(v, u, v.name)
t(lambda: u.get())
t(lambda: u.get(1, 2))
t(lambda: u.get(default=1))
t(lambda: u.set())
t(lambda: weakref.ref(u))
t(lambda: setattr(u, 'name', 1))
t(lambda: setattr(u, 'foo', 1))
k = u.set(1)
print(k, k.var, k.old_value, Token.MISSING, type(Token.MISSING))
t(lambda: setattr(k, 'var', 1))
t(lambda: hash(k))
t(lambda: weakref.ref(k))
t(lambda: Token())
t(lambda: Token(1))
t(lambda: u.reset(1))
t(lambda: v.reset(k))
c = copy_context()
t(lambda: c.run(u.reset, k))
t(lambda: u.reset(k))
t(lambda: u.reset(k))
print(k)
t(lambda: Context(1))
t(lambda: Context(a=1))
t(lambda: hash(c))
t(lambda: weakref.ref(c))
t(lambda: c.run())
t(lambda: c[1])
t(lambda: c[v])
t(lambda: 1 in c)
t(lambda: v in c)
t(lambda: c.get(1))
t(lambda: c.get(v, 5))
t(lambda: c.get(v))
t(lambda: len(c))
t(lambda: list(c.keys()))
t(lambda: list(c.values()))
t(lambda: list(c.items()))
t(lambda: c.run(lambda: c.run(print)))
t(lambda: c.copy() == c)
t(lambda: c == 1)
t(lambda: c.run(1))
t(lambda: c.run(lambda a, b: (a, b), 1, b=2))
t(lambda: type('X', (Context,), {}))
t(lambda: type('X', (ContextVar,), {}))
t(lambda: type('X', (Token,), {}))
t(lambda: ContextVar[int])
t(lambda: Token[int])
print(c, Context, ContextVar, Token)
t(lambda: copy_context().run(copy_context) == copy_context())
with u.set(3) as tok: print(u.get(), tok)
t(u.get)
print(tok)
t(lambda: c.copy(1))
t(lambda: setattr(c, 'x', 1))

