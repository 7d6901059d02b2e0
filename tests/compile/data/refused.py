x = 1
def f():
    x
    global x
###
def f():
    x = 1
    global x
###
def f(x):
    global x
###
def f():
    x: int
    global x
###
def f():
    global x
    x: int = 3
###
def f():
    def g():
        x
        nonlocal x
###
def f():
    x = 1
    def g():
        x = 1
        nonlocal x
###
def f():
    def g(x):
        nonlocal x
###
def f():
    x = 1
    def g():
        nonlocal x
        x: int
###
def f():
    def g():
        nonlocal x
###
nonlocal x
###
class C:
    nonlocal __class__
###
def f():
    nonlocal x
    global x
###
def f():
    x = 1
    def g():
        nonlocal x
        global x
###
def f[T]():
    def g():
        nonlocal T
###
class A[T]:
    def g(self):
        nonlocal T
###
def f(x, x): pass
###
def f(x, *, x): pass
###
def f(x, *x): pass
###
lambda x, **x: 0
###
class A:
    def f(self, __x, _A__x): pass
###
def f[T, T](): pass
###
class A[T, *T]: pass
###
type X[T, **T] = 3
###
class A[__classdict__]: pass
###
def f(): [x := 1 for x in y]
###
[x for x in y if (x := 1)]
###
[[(x := 1) for y in z] for x in w]
###
[a for a in b for c in d if (a := c)]
###
[(y := 1) for x in z for y in w]
###
[x for x in (y := z)]
###
[x for y in z for x in (q := z)]
###
[x for x in (lambda: (y := z))]
###
[x for x in [y for y in (z := 1)]]
###
class A:
    [x := 1 for _ in y]
###
class A:
    [lambda: (x := 1) for _ in y]
    [[x := 1 for _ in y] for _ in z]
###
type X = [y := 1 for _ in z]
###
class A[T: [y := 1 for _ in z]]: pass
###
def f[T](x=1) -> [y := 1 for _ in z]: pass
###
class A[T]([y := 1 for _ in z]): pass
###
def f(x: (y := 1)): pass
###
x: (y := 1) = 2
###
def f() -> (yield): pass
###
def f(x: (yield from z)): pass
###
async def f(x: (await z)): pass
###
async def f():
    x: (await z) = 1
###
type X = (yield)
###
type X = (y := 1)
###
async def f():
    type X = await z
###
def f[T: (yield)](): pass
###
def f[T: (x := 1, 2)](): pass
###
def f[T: (x := 1)](): pass
###
def f[T = (x := 1)](): pass
###
def f[*T = (x := 1)](): pass
###
def f[**T = (x := 1)](): pass
###
class A[T](x := 1): pass
###
class A[T]((yield)): pass
###
def f(): [(yield x) for x in y]
###
def f(): {(yield x) for x in y}
###
def f(): {(yield x): 1 for x in y}
###
def f(): ((yield x) for x in y)
###
def f(): [(yield from x) for x in y]
###
await x
###
def f():
    await x
###
lambda: await x
###
class A:
    await x
###
def f():
    [x async for x in y]
###
[await x for x in y]
###
def f():
    async for x in y: pass
###
async for x in y: pass
###
def f():
    async with x: pass
###
def f():
    from m import *
###
class A:
    from m import *
###
from __future__ import nope
###
from __future__ import braces
###
x = 1
from __future__ import annotations
###
"doc"
"more"
from __future__ import annotations
###
def f():
    from __future__ import annotations
###
from __future__ import annotations; import x; from __future__ import division
###
from __future__ import (annotations,
    nope)
###
__debug__ = 1
###
def f(__debug__): pass
###
del __debug__
###
x.__debug__ = 1
###
f(__debug__=1)
###
class A(__debug__=1): pass
###
import __debug__
###
import a as __debug__
###
for __debug__ in x: pass
###
def __debug__(): pass
###
class __debug__: pass
###
try: pass
except E as __debug__: pass
###
match x:
    case __debug__: pass
###
match x:
    case A(__debug__=1): pass
###
match x:
    case [*__debug__]: pass
###
match x:
    case {**__debug__}: pass
###
[1 for __debug__ in x]
###
(__debug__ := 1)
###
lambda __debug__: 0
###
__debug__: int
###
__debug__ += 1
###
with x as __debug__: pass
###
return 1
###
class A:
    return 1
###
yield 1
###
class A:
    yield 1
###
x = yield from y
###
lambda: (yield)
[(yield) for x in y]
###
break
###
continue
###
if x:
    break
###
def f():
    continue
###
for x in y:
    def f():
        break
###
for x in y: pass
else: break
###
while 1:
    class A:
        continue
###
try: pass
except: pass
except E: pass
###
try: pass
except* E:
    break
###
for x in y:
    try: pass
    except* E:
        break
###
for x in y:
    try: pass
    except* E:
        continue
###
def f():
    try: pass
    except* E:
        return 1
###
async def f():
    yield 1
    return 2
###
async def f():
    yield from x
###
*a
###
*a = 1
###
x = *a
###
*a, *b = c
###
[*a, *b] = c
###
del *a
###
f(a for a in b, c)
###
f(a=1, a=2)
###
class A(x=1, x=2): pass
###
x[*a:1]
###
{**a, *b}
###
print(*a, **b, *c)
###
a, b += 1
###
match x:
    case a: pass
    case b: pass
###
match x:
    case _: pass
    case 1: pass
###
match x:
    case [a, a]: pass
###
match x:
    case {"a": b, "a": c}: pass
###
match x:
    case {"a": b, **b}: pass
###
match x:
    case A(b=1, b=2): pass
###
match x:
    case a | b: pass
###
match x:
    case [a] | [b]: pass
###
match x:
    case a | 1: pass
###
match x:
    case A(a, b=a): pass
###
match x:
    case [*a, *b]: pass
###
match x:
    case {**rest, "a": 1}: pass
###
async def f():
    [x async for x in y]
    (x async for x in y)
    def g(): return [x async for x in y]
###
def f():
    return [x for x in y if await z]
###
def f(): return (await x for x in y)
###
x = [await y for z in w]
###
(lambda: (x async for x in y))
async def f(): return lambda: [x async for x in y]
###
from . import *
def f():
    import *
###
def f():
    global x, x
    x = 1
    nonlocal y
###
class A:
    x = 1
    global x
###
class A:
    def f(self):
        x = 1
        global x
###
def f():
    for x in y: pass
    global x
###
def f():
    import x
    global x
###
def f():
    def x(): pass
    global x
###
def f():
    with a as x: pass
    nonlocal x
###
x = 1
global x
###
x
global x
###
x: int
global x
###
def f():
    (x := 1)
    global x
###
def f():
    [x := 1 for _ in y]
    global x
###
def f():
    global x
    [x := 1 for _ in y]
    [x for x in y if (x := 2)]
###
def f(a, (b, c)): pass
###
f() = 1
###
def f(*, a=1, **b, c): pass
