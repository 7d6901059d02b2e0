"""The script itself does not parse: nothing runs."""

print("never printed")


def f(:
    pass
