"""Through a chain of generators."""


def numbers():
    yield 1
    yield int("not a number")


def doubled(items):
    for item in items:
        yield item * 2


def delegate():
    yield from doubled(numbers())


for value in delegate():
    print(value)
