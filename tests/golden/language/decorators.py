"""Decorators of functions and classes."""


def trace(function):
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        calls.append((function.__name__, args, sorted(kwargs.items()), result))
        return result
    wrapper.__wrapped__ = function
    wrapper.__name__ = function.__name__
    return wrapper


calls = []


@trace
def add(a, b=1):
    return a + b


print(add(1), add(1, b=5), calls, add.__name__, add.__wrapped__(2, 2))


def repeat(times):
    def decorator(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorator


@repeat(2)
@repeat(3)
def one():
    return 1


print(one())


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


class CountCalls:
    def __init__(self, function):
        self.function, self.count = function, 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)


@CountCalls
def greet(name):
    return f"hi {name}"


print(greet("a"), greet("b"), greet.count, type(greet).__name__)


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return lambda *args: ("bound", self.function(instance, *args))


class Host:
    @Bound
    def method(self, x):
        return type(self).__name__, x

    @property
    @trace
    def traced(self):
        return "property"

    @staticmethod
    @trace
    def static(x):
        return x

    @classmethod
    def klass(cls):
        return cls.__name__


print(Host().method(3), Host().traced, Host.static(4), Host.klass())


def add_method(cls):
    cls.extra = lambda self: "extra"
    return cls


def replace(cls):
    return "a string instead"


@add_method
class Decorated:
    pass


@replace
class Gone:
    pass


print(Decorated().extra(), Gone)

registry = {}


def register(name=None):
    def decorator(thing):
        registry[name or thing.__name__] = thing
        return thing
    return decorator


@register()
def plain():
    pass


@register("special")
class Special:
    pass


print(sorted(registry))
decorators = [lambda f: ("first", f.__name__), lambda f: lambda: "second"]


@decorators[0]
def subscripted():
    pass


@(lambda f: lambda *a: f(*a) * 2)
def lambda_decorated(x):
    return x


@decorators[1] if True else None
def conditional():
    pass


@(picked := decorators[1])
def walrus():
    pass


print(subscripted, lambda_decorated(21), conditional(), walrus(), picked is decorators[1])
try:
    @5
    def wrong():
        pass
except TypeError as error:
    print(error)
    print("wrong" in globals())


@repr
@type
def printed():
    pass


print(printed)
