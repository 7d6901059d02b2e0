"""A file that was written and never closed, then an uncaught exception: tests/commands.rs looks at the file."""

import sys

name = sys.argv[1] + "/unclosed.txt"
f = open(name, "w")
for i in range(1000):
    f.write(f"line {i}\n")
raise RuntimeError("the file is still open")
