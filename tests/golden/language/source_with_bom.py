"""A source that begins with a byte order mark, and has form feeds."""

x = "é"

def f():
    return x


print(f(), __doc__[:10])
