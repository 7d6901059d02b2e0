# `io.FileIO` and `io.BufferedRandom` as classes that programs call and derive from.
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def show(text):
    try:
        print(text, "->", repr(eval(text)).replace(path, "PATH"))
    except Exception as error:
        print(text, "!!", type(error).__name__, str(error).replace(path, "PATH"))


with io.FileIO(path, "w") as f:
    print(f.write(b"hello\nworld\n"), f.tell(), f.mode, f.readable(), f.writable(), f.seekable(), f.closefd, f.closed)
    for text in ["f.read()", "f.readall()", "f.truncate(8)", "f.seek(3)", "f.write('x')", "f.name", "f.isatty()"]:
        show(text)
print(f.closed)
for text in ["f.write(b'')", "f.read()", "f.tell()", "f.fileno()", "io.FileIO(path, 'rw')", "io.FileIO(path, 'z')", "io.FileIO(path, 'x')",
             "io.FileIO(-1)", "io.FileIO(path, closefd=False)", "io.FileIO(path + 'no')"]:
    show(text)


class Counted(io.FileIO):
    reads = 0

    def readinto(self, buffer):
        self.reads += 1
        return super().readinto(buffer)


raw = Counted(path, "r+")
print(isinstance(raw, io.RawIOBase), isinstance(open(path, "rb", 0), io.FileIO), raw.mode)
both = io.BufferedRandom(raw)
print(both.read(2), both.tell(), both.write(b"XY"), both.tell(), both.read(), both.seek(1), both.read(4), both.peek()[:2])
both.seek(0, 2)
both.write(b"\nend")
both.flush()
both.seek(0)
print(both.readlines(), both.truncate(4), both.seek(0), both.read(), both.readable(), both.writable(), both.raw is raw)
both.close()
print(raw.closed, open(path, "rb").read())
with io.TextIOWrapper(io.BufferedReader(io.FileIO(path))) as f:
    print(f.read())
fd = os.open(path, os.O_RDONLY)
with io.FileIO(fd, closefd=False) as f:
    print(f.read(2), f.closefd)
os.close(fd)
