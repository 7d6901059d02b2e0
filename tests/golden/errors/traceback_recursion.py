"""Endless recursion: repeated lines are counted, not printed."""


def recurse(n):
    return recurse(n + 1)


print("start")
recurse(0)
