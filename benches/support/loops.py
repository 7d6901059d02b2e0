"""The loops that `add_loop` and `callgrind` measure: each takes its number of iterations."""


def range_loop(n):
    s = 0
    for i in range(n):
        s += i
    return s


def while_loop(n):
    s = i = 0
    while i < n:
        s += i
        i += 1
    return s


def float_loop(n):
    x = 0.0
    for i in range(n):
        x += 1.5
    return x


def add(a, b):
    return a + b


def call_loop(n):
    s = 0
    for i in range(n):
        s = add(s, i)
    return s


numbers = list(range(100000))


def sum_loop(n):
    s = 0
    for x in numbers:
        s += x
    return s
