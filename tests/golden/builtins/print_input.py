"""print in all its forms, and input from a file on stdin."""

import sys

print()
print("a", 1, None, 2.5, [1, "x"], {"k": "v"}, (), "é😀")
print("a", "b", sep="")
print("a", "b", sep=", ", end="!\n")
print("no newline", end="")
print(" then this", flush=True)
print(*range(5), sep="\n", end="\n--\n")
print("tab\tand\\n", "multi\nline", repr("multi\nline"))
print("sep none", "x", sep=None, end=None)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("to", "writer", 5, file=w)
print("x", end="", file=w, flush=True)
print(file=w)
print(w.parts)


class NoWrite:
    pass


for call in (lambda: print("x", file=NoWrite()), lambda: print("x", file=5), lambda: print("x", sep=5), lambda: print("x", end=b"y"), lambda: print("x", foo=1)):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
sys.stdout.write("written directly\n")
print(sys.stdout.write("abc\n"))
first = input()
second = input("prompt> ")
print()
print([first, second])
number = int(input())
print(number * 2)
print([int(x) for x in input().split()])
print(repr(input()))
rest = []
try:
    while True:
        rest.append(input())
except EOFError as error:
    print(error, rest)
print(sys.stdin.readline() == "", file=sys.stdout)
print("error text", file=sys.stderr)


class Str:
    def __str__(self):
        return "from __str__"


class Raises:
    def __str__(self):
        raise ValueError("no text")


print(Str(), [Str] and "ok")
try:
    print("before", Raises(), "after")
except ValueError as error:
    print("|", error)
saved = sys.stdout
sys.stdout = w
print("captured")
sys.stdout = saved
print(w.parts[-2:])
for i in range(3):
    print(i, end=", " if i < 2 else "\n")
print("%s and %d" % ("text", 5), "{}".format("formatted"), f"{5}")
print("last line without newline", end="")
