"""ExceptionGroup and `except*`."""


def show(error, depth=0):
    pad = "  " * depth
    if isinstance(error, BaseExceptionGroup):
        print(f"{pad}{type(error).__name__} {error.message!r}")
        for e in error.exceptions:
            show(e, depth + 1)
    else:
        print(f"{pad}{error!r}")


def run(error, *kinds):
    """The parts that each handler gets, then what is left over."""
    try:
        try:
            raise error
        except* ValueError as group:
            print("ValueError handler:")
            show(group, 1)
        except* (KeyError, IndexError) as group:
            print("lookup handler:")
            show(group, 1)
    except BaseException as rest:
        print("left over:")
        show(rest, 1)
    else:
        print("nothing left")


tree = ExceptionGroup("top", [
    ValueError(1),
    ExceptionGroup("inner", [KeyError("k"), ValueError(2), ExceptionGroup("deep", [IndexError(3)])]),
    TypeError(4),
])
run(tree)
run(ExceptionGroup("only", [ValueError(1)]))
run(ValueError("plain"))
run(KeyError("plain"))
run(TypeError("plain"))
run(BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(5)]))

print(repr(tree.subgroup(ValueError)), tree.subgroup(OSError))
match, rest = tree.split(lambda e: isinstance(e, LookupError))
show(match)
show(rest)
print(tree.split(OSError)[0], tree.subgroup(Exception) is tree, str(tree), tree.args[0], len(tree.args))


def handlers_raise():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise TypeError("from handler")
    except* KeyError:
        pass
    except* OSError:
        raise


try:
    handlers_raise()
except BaseException as error:
    show(error)
    print(repr(error.exceptions[0].__context__))


def with_else_finally(raises):
    log = []
    try:
        try:
            if raises:
                raise ExceptionGroup("g", [raises])
        except* ValueError:
            log.append("handler")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except ExceptionGroup as error:
        log.append(repr(error))
    return log


print(with_else_finally(None), with_else_finally(ValueError(1)), with_else_finally(KeyError(1)))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: ExceptionGroup("no list"))
attempt(lambda: ExceptionGroup("empty", []))
attempt(lambda: ExceptionGroup("not errors", [1]))
attempt(lambda: ExceptionGroup(5, [ValueError()]))
attempt(lambda: ExceptionGroup("base inside", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("not a sequence", {ValueError()}))
attempt(lambda: type(BaseExceptionGroup("narrowed", [ValueError()])).__name__)
attempt(lambda: repr(ExceptionGroup("r", (ValueError(1), KeyError()))))


def star_on_group():
    try:
        raise ValueError
    except* ExceptionGroup:
        pass


def star_on_nonclass():
    try:
        raise ValueError
    except* 5:
        pass


attempt(star_on_group)
attempt(star_on_nonclass)


class Custom(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Custom(self.message, exceptions, self.code)


custom = Custom("custom", [ValueError(1), KeyError(2)], 42)
part = custom.subgroup(KeyError)
print(type(part).__name__, part.code, part.exceptions)


def loops():
    for i in range(3):
        try:
            raise ExceptionGroup("loop", [ValueError(i), KeyError(i)])
        except* ValueError as group:
            value = group.exceptions[0].args[0]
        except* KeyError:
            pass
    return value


print(loops())
try:
    try:
        raise ExceptionGroup("noted", [ValueError(1), OSError(2)])
    except* ValueError as group:
        group.add_note("note on part")
except ExceptionGroup as error:
    print(getattr(error, "__notes__", None), repr(error))
