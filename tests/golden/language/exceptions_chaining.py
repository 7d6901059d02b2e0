"""`__context__`, `__cause__`, `__suppress_context__`, notes and tracebacks."""


def chain(error):
    seen = []
    while error is not None:
        seen.append(f"{error!r}{'!' if error.__suppress_context__ else ''}")
        error = error.__cause__ or error.__context__
    return " <- ".join(seen)


def caught(function):
    try:
        function()
    except BaseException as error:
        return error


def implicit():
    try:
        raise KeyError(1)
    except KeyError:
        raise ValueError(2)


def explicit():
    try:
        raise KeyError(1)
    except KeyError as error:
        raise ValueError(2) from error


def suppressed():
    try:
        raise KeyError(1)
    except KeyError:
        raise ValueError(2) from None


def in_finally():
    try:
        raise KeyError(1)
    finally:
        raise ValueError(2)


def three():
    try:
        implicit()
    except ValueError:
        [][0]


def other_cause():
    try:
        raise KeyError(1)
    except KeyError:
        raise ValueError(2) from OSError(3)


def cause_class():
    raise ValueError(1) from KeyError


for function in (implicit, explicit, suppressed, in_finally, three, other_cause, cause_class):
    print(function.__name__, chain(caught(function)))

error = caught(suppressed)
print(repr(error.__context__), error.__cause__, error.__suppress_context__)
error = caught(other_cause)
print(repr(error.__context__), repr(error.__cause__), error.__suppress_context__)


def same_again():
    error = ValueError("same")
    try:
        raise error
    except ValueError:
        raise error


print(chain(caught(same_again)))


def cycle_is_cut():
    a, b = ValueError("a"), ValueError("b")
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            raise a


print(chain(caught(cycle_is_cut)))


def context_after_handled():
    try:
        raise KeyError("handled")
    except KeyError:
        pass
    raise ValueError("later")


print(chain(caught(context_after_handled)))


def nested_function_context():
    def helper():
        raise IndexError("in helper")
    try:
        raise KeyError("outer")
    except KeyError:
        helper()


print(chain(caught(nested_function_context)))

error = ValueError("noted")
error.add_note("first note")
error.add_note("second note")
print(error.__notes__, hasattr(ValueError(), "__notes__"))
for wrong in (5, None, b"x"):
    try:
        error.add_note(wrong)
    except TypeError as e:
        print(e)
for attribute, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 5), ("args", 5)):
    try:
        setattr(error, attribute, value)
        print("set", attribute)
    except TypeError as e:
        print(e)
error.__cause__ = KeyError("assigned")
print(repr(error.__cause__), error.__suppress_context__)
error.args = (1, 2)
print(repr(error), str(error))


def trace(error):
    lines = []
    tb = error.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return lines


print(trace(caught(implicit)))
print(trace(caught(three)))
print(caught(lambda: ValueError().with_traceback(5)))
plain = ValueError("x")
print(plain.__traceback__, plain.with_traceback(None) is plain)
import sys
try:
    raise KeyError("info")
except KeyError as e:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value is e, tb is e.__traceback__, sys.exception() is e)
print(sys.exc_info(), sys.exception())


def handler_unset():
    try:
        raise ValueError
    except ValueError as e:
        kept = e
    return sys.exception(), type(kept).__name__


print(handler_unset())
