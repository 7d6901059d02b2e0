"""What `callgrind` counts beside the loops: each function does one thing n times in a loop over a range."""


class Point:
    def __init__(self):
        self.x = 1

    def move(self, by):
        return by


point = Point()
items = list(range(1000))
table = {str(i): i for i in range(1000)}
keys = list(table)
word = "word"


def nothing():
    pass


def call_and_return(n):
    for i in range(n):
        nothing()


def attribute_load(n):
    o = point
    for i in range(n):
        o.x


def attribute_store(n):
    o = point
    for i in range(n):
        o.x = i


def method_call(n):
    o = point
    for i in range(n):
        o.move(i)


def list_index(n):
    a = items
    for i in range(n):
        a[7]


def dict_get(n):
    d = table
    for i in range(n // 1000):
        for key in keys:
            d[key]


def numbers_below(n):
    i = 0
    while i < n:
        yield i
        i += 1


def generator_step(n):
    for i in numbers_below(n):
        pass


def raise_and_catch(n):
    for i in range(n):
        try:
            raise ValueError
        except ValueError:
            pass


def for_over_list(n):
    a = items
    for i in range(n // 1000):
        for item in a:
            pass


def for_over_dict(n):
    d = table
    for i in range(n // 1000):
        for item in d:
            pass


def for_over_range(n):
    for i in range(n):
        pass


def string_concat(n):
    a = word
    for i in range(n):
        a + "s"


def large_source():
    """The source of a large module of the library."""
    import importlib.util

    return importlib.util.find_spec("argparse").loader.get_source("argparse")


source = large_source()
lines = source.count("\n")


def compile_source(n):
    """An iteration is a line."""
    for i in range(n // lines):
        compile(source, "argparse.py", "exec")
