"""Raising and catching: matching, order, binding, re-raising."""


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def catch(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup", repr(e)
    except ArithmeticError:
        return "arithmetic"
    except ValueError if True else KeyError:
        return "value"
    except Exception:
        return "exception"
    except:
        return "bare"


print(catch(KeyError("k")), catch(IndexError), catch(ZeroDivisionError()), catch(ValueError()), catch(TypeError()),
      catch(KeyboardInterrupt()), catch(GeneratorExit))


def comma():
    try:
        raise OSError("os")
    except KeyError, OSError:
        return "without parentheses"


print(comma())


def reraise():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            raise
    except ValueError as error:
        return str(error)


print(reraise())
print(attempt(lambda: exec("raise")))


def raise_what(thing):
    raise thing


def raise_from(thing, cause):
    raise thing from cause


print(attempt(lambda: raise_what(5)))
print(attempt(lambda: raise_what("text")))
print(attempt(lambda: raise_what(int)))
print(attempt(lambda: raise_what(None)))
print(attempt(lambda: raise_from(ValueError, 5)))
print(attempt(lambda: raise_from(ValueError, int)))


class Failing(Exception):
    def __init__(self):
        raise RuntimeError("constructor failed")


class NotException(Exception):
    def __new__(cls):
        return 5


print(attempt(lambda: raise_what(Failing)))
print(attempt(lambda: raise_what(NotException)))


def bad_match(kind):
    try:
        raise ValueError("original")
    except kind:
        return "matched"


print(attempt(lambda: bad_match(5)))
print(attempt(lambda: bad_match("ValueError")))
print(attempt(lambda: bad_match((KeyError, 5))))
print(attempt(lambda: bad_match((ValueError, 5))))
print(attempt(lambda: bad_match(())))
print(attempt(lambda: bad_match((KeyError, (ValueError,)))))
print(attempt(lambda: bad_match(int)))
print(attempt(lambda: bad_match(object)))


def not_evaluated():
    log = []

    def kind(k):
        log.append(k.__name__)
        return k

    try:
        raise KeyError
    except kind(ValueError):
        pass
    except kind(LookupError):
        pass
    except kind(Exception):
        pass
    return log


print(not_evaluated())


class Meta(type):
    def __instancecheck__(cls, instance):
        return True

    def __subclasscheck__(cls, other):
        return True


class Anything(Exception, metaclass=Meta):
    pass


def meta_match():
    try:
        raise ValueError
    except Anything:
        return "metaclass asked"
    except ValueError:
        return "metaclass not asked"


print(meta_match())


def deep(n):
    if n == 0:
        raise LookupError("bottom")
    try:
        deep(n - 1)
    finally:
        counter[0] += 1


counter = [0]
print(attempt(lambda: deep(50)), counter)


def exception_in_handler():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            raise KeyError("two")
    except KeyError as error:
        return repr(error), repr(error.__context__), error.__cause__


print(exception_in_handler())


def loop_of_errors():
    seen = []
    for value in (1, 0, "x", None, [1]):
        try:
            seen.append(10 // value)
        except ZeroDivisionError:
            seen.append("zero")
        except TypeError as error:
            seen.append(str(error))
    return seen


print(loop_of_errors())
for error in (BaseException(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), KeyError(1, 2), OSError(2, "gone"),
              OSError(2, "gone", "file"), OSError("x"), StopIteration(5), SystemExit(3), UnicodeError("u"), AttributeError("a", name="n"),
              ImportError("i", name="m", path="p"), NameError("n", name="z"), SyntaxError("s")):
    print(repr(error), "|", str(error), "|", error.args)
print(OSError(2, "gone", "file").filename, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, OSError(2, "x").errno)
