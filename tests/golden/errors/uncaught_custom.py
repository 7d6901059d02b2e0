"""Exceptions with odd texts: multi-line, empty, from __str__."""


class Odd(Exception):
    def __str__(self):
        return "first line\nsecond line"


try:
    raise Odd
except Odd as error:
    print(error)


class Empty(Exception):
    pass


class Namespace:
    class Nested(Exception):
        pass


try:
    try:
        raise Empty
    except Empty:
        raise Odd()
except Odd:
    raise Namespace.Nested("", 5)
