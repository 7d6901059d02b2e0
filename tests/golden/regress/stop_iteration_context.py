"""What a StopIteration that comes out of a finally block or a handler says of the exception before it."""
def g(v):
    return v
    yield
def t(v):
    try:
        try:
            1/0
        finally:
            g(v).send(None)
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t({1:2})
t(3)
t((1,2))
t(None)
def t2(v):
    try:
        try:
            1/0
        finally:
            next(g(v))
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t2({1:2})
t2(None)
def t3(v):
    try:
        try:
            1/0
        except ZeroDivisionError:
            g(v).send(None)
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t3(1)
def t4():
    try:
        try:
            1/0
        finally:
            next(iter([]))
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t4()
def h():
    try:
        yield
    except ValueError:
        return 5
def t5():
    try:
        try:
            1/0
        finally:
            x=h();next(x);x.throw(ValueError)
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t5()
async def c(): return 7
def t6():
    try:
        try:
            1/0
        finally:
            c().send(None)
    except StopIteration as e:
        print(repr(e), repr(e.__context__))
t6()
