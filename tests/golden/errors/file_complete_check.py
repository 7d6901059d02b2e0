"""A file that is open when an exception leaves its function: what was flushed is there."""

import sys

name = sys.argv[1] + "/unclosed.txt"


def write():
    f = open(name, "w")
    for i in range(1000):
        f.write(f"line {i}\n")
    f.flush()
    raise RuntimeError("still open")


try:
    write()
except RuntimeError as error:
    print(error)
with open(name) as f:
    lines = f.readlines()
print(len(lines), lines[-1].strip())
