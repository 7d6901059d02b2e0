"""`throw` with a class whose instances are no exceptions, or that cannot be made: the error is thrown in its place."""


class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Failing(Exception):
    def __init__(self, *args):
        raise ValueError("not to be made")


def generator():
    try:
        yield 1
    except TypeError as error:
        print("inside:", error)
    except ValueError as error:
        print("inside:", error)
    yield 2


for kind in Odd, Failing:
    running = generator()
    next(running)
    print(running.throw(kind))
    try:
        generator().throw(kind)
    except Exception as error:
        print(type(error).__name__, error)


class Recursive:
    pass


Recursive.__repr__ = Recursive.__str__
for function in str, repr:
    try:
        function(Recursive())
    except RecursionError:
        print("RecursionError")
