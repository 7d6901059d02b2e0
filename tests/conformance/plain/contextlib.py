"""The few context managers that tests use."""


class AbstractContextManager:
    def __enter__(self):
        return self


class _GeneratorContextManager(AbstractContextManager):
    def __init__(self, function, args, keywords):
        self.gen = function(*args, **keywords)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(error)
        except StopIteration as stop:
            return stop is not error
        except BaseException as raised:
            if raised is error:
                error.__traceback__ = traceback
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    def make(*args, **keywords):
        return _GeneratorContextManager(function, args, keywords)
    return make


class nullcontext:
    def __init__(self, value=None):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *info):
        return False


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self


class redirect_stdout:
    name = "stdout"

    def __init__(self, target):
        self.target = target

    def __enter__(self):
        import sys
        self.old = getattr(sys, self.name)
        setattr(sys, self.name, self.target)
        return self.target

    def __exit__(self, *info):
        import sys
        setattr(sys, self.name, self.old)


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self.kinds)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class ExitStack:
    def __init__(self):
        self.managers = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        result = manager.__enter__()
        self.managers.append(manager.__exit__)
        return result

    def callback(self, function, *args, **keywords):
        self.managers.append(lambda *info: function(*args, **keywords) and False)

    def __exit__(self, *info):
        done = False
        while self.managers:
            if self.managers.pop()(*info):
                done, info = True, (None, None, None)
        return done
