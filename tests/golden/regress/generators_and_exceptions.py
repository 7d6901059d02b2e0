"""Generators inside handlers, handlers inside generators, and what `raise` alone means there."""

import sys


def name(error):
    return None if error is None else f"{type(error).__name__}({error.args[0] if error.args else ''})"


def inner():
    try:
        yield name(sys.exception())
        raise KeyError("k")
    except KeyError:
        yield name(sys.exception())
        try:
            raise IndexError("i")
        except IndexError as error:
            yield name(sys.exception()), name(error.__context__)
        yield name(sys.exception())
    yield name(sys.exception())


g = inner()
print(next(g))
try:
    raise ValueError("outside")
except ValueError:
    print(next(g), name(sys.exception()))
    print(next(g), name(sys.exception()))
print(next(g), name(sys.exception()))
print(next(g), name(sys.exception()))


def bare_raise():
    try:
        yield 1
    finally:
        try:
            raise
        except RuntimeError as error:
            print("bare raise:", error)
        except ValueError as error:
            print("bare raise finds", error)


g = bare_raise()
next(g)
try:
    next(g)
except StopIteration:
    print("stopped")
g = bare_raise()
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as error:
    print("came out", error)


def cleanup_order():
    try:
        try:
            yield 1
        finally:
            log.append("inner")
    finally:
        log.append("outer")


log = []
g = cleanup_order()
next(g)
g.close()
print(log)


def wraps():
    while True:
        try:
            yield
        except Exception as error:
            raise RuntimeError("wrapped") from error


g = wraps()
next(g)
try:
    g.throw(KeyError("cause"))
except RuntimeError as error:
    print(error, name(error.__cause__), name(error.__context__))
try:
    next(g)
except StopIteration as stop:
    print("exhausted", stop.value)


def throw_into_delegate():
    try:
        yield from inner_delegate()
    except LookupError as error:
        yield f"outer caught {name(error)}, context {name(error.__context__)}"


def inner_delegate():
    try:
        yield "ready"
    except ValueError:
        raise LookupError("translated")


g = throw_into_delegate()
print(next(g), g.throw(ValueError("v")))


def retry(count):
    attempts = 0
    while True:
        try:
            value = yield attempts
            if value == "bad":
                raise ValueError(value)
            return f"ok after {attempts}"
        except ValueError:
            attempts += 1
            if attempts > count:
                raise


g = retry(2)
next(g)
print(g.send("bad"), g.send("bad"))
try:
    g.send("bad")
except ValueError as error:
    print("gave up", error)
g = retry(5)
next(g)
g.send("bad")
try:
    g.send("good")
except StopIteration as stop:
    print(stop.value)
for kind in (ValueError, ValueError("instance"), KeyError):
    g = retry(0)
    next(g)
    try:
        g.throw(kind)
    except (ValueError, KeyError) as error:
        print(name(error))
for wrong in (5, "text", int, None):
    g = retry(0)
    next(g)
    try:
        g.throw(wrong)
    except TypeError as error:
        print(error)


def many(n):
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            yield i
        except ValueError as error:
            yield -error.args[0]
        finally:
            if i == 7:
                return


print(list(many(20)))


def nested(n):
    if n == 0:
        raise ArithmeticError("deep")
    try:
        yield from nested(n - 1)
    except ArithmeticError as error:
        error.args = (error.args[0] + f" {n}",)
        raise


try:
    list(nested(6))
except ArithmeticError as error:
    print(error)


class Context:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        log.append(kind and kind.__name__)
        return kind is ValueError


def with_in_generator():
    with Context():
        yield 1
        raise ValueError
    yield 2
    with Context():
        yield 3


log = []
print(list(with_in_generator()), log)
g = with_in_generator()
next(g)
g.close()
print(log)
gen = (1 / x for x in (1, 0, 2))
print(next(gen))
try:
    next(gen)
except ZeroDivisionError as error:
    print(error, list(gen))
