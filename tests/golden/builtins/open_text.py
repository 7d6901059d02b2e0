"""Files: text and binary, modes, iteration, errors; what is written and not closed."""

import sys

name = sys.argv[1] + "/file.txt"
with open(name, "w") as f:
    print(f.write("first line\nsecond é\n"), f.writable(), f.readable(), f.mode, f.name == name, f.closed)
    f.writelines(["third\n", "fourth"])
    print("printed", 5, file=f)
print(f.closed)
with open(name) as f:
    print(f.read())
with open(name, encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.readline(3)), repr(f.read(4)), repr(f.readline()), f.readlines(), repr(f.read()), repr(f.readline()))
with open(name, "r") as f:
    for n, line in enumerate(f):
        print(n, line.rstrip("\n"))
    print(list(f))
with open(name, "a") as f:
    f.write("appended\n")
print(open(name).read().splitlines()[-1], len(open(name).readlines()))
with open(name, "rb") as f:
    data = f.read()
    print(type(data).__name__, data[:12], len(data), f.mode)
    f.seek(0)
    print(f.read(5), f.tell(), f.readline(), f.seek(2), f.read(3))
with open(name, "wb") as f:
    print(f.write(b"bytes\r\nlines\rhere\n\xc3\xa9"))
with open(name) as f:
    print(repr(f.read()))
with open(name, newline="") as f:
    print(repr(f.read()))
with open(name, "w+") as f:
    f.write("0123456789")
    f.seek(3)
    print(f.read(3), f.tell())
    f.seek(0)
    f.truncate(4)
    print(f.read())


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, str(error).replace(name, "NAME"))


attempt(lambda: open(sys.argv[1] + "/no-such-file"))
attempt(lambda: open("/tmp"))
attempt(lambda: open(sys.argv[1] + "/no-such-folder/file", "w"))
attempt(lambda: open(name, "q"))
attempt(lambda: open(name, "rw"))
attempt(lambda: open(name, ""))
attempt(lambda: open(name, "rbt"))
attempt(lambda: open(name, "rb", encoding="utf-8"))
attempt(lambda: open(None))
attempt(lambda: open(1.5))
attempt(lambda: open())
attempt(lambda: open(name, "x"))
attempt(lambda: open(name, encoding="no-such-codec"))
attempt(lambda: open("nul\0inside"))
attempt(lambda: open(name).write("x"))
attempt(lambda: open(name, "w").read())
attempt(lambda: open(name, "w").write(5))
attempt(lambda: open(name, "w").write(b"x"))
attempt(lambda: open(name, "wb").write("x"))
attempt(lambda: f.read())
attempt(lambda: f.write("x"))
attempt(lambda: [line for line in f])
attempt(lambda: f.close())
try:
    open(sys.argv[1] + "/no-such-file")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename, isinstance(error, OSError))
with open(name, "wb") as f:
    f.write(b"ok\n\xff\xfe bad")
attempt(lambda: open(name, encoding="utf-8").read())
print(repr(open(name, encoding="utf-8", errors="replace").read()), repr(open(name, encoding="latin-1").read()))
with open(name, "w") as f:
    for i in range(10000):
        f.write(f"line {i}\n")
with open(name) as f:
    lines = f.read().split("\n")
print(len(lines), lines[9999], sum(len(line) for line in open(name)))
big = "é" * 100000
with open(name, "w", encoding="utf-8") as f:
    f.write(big)
print(open(name, encoding="utf-8").read() == big)
never_closed = open(name, "w")
never_closed.write("flushed when asked\n")
never_closed.flush()
print(open(name).read(), end="")
print(sys.stdout.name, sys.stdin.name, sys.stderr.name, sys.stdout.writable(), sys.stdout.encoding)
