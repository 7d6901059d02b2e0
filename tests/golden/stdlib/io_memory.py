"""StringIO and BytesIO."""
import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(2), s.tell(), s.readlines(), s.read(), s.seek(0), list(s))
s = io.StringIO(); print(s.write("héllo"), s.tell(), s.getvalue()); s.seek(1); s.write("EE"); print(s.getvalue(), s.tell(), s.read())
s.seek(10); s.write("x"); print(repr(s.getvalue())); s.truncate(3); print(s.getvalue())
print("to", "memory", file=s); s.writelines(["a", "b"]); print(repr(s.getvalue()))
print(io.StringIO("a\r\nb\rc", newline=None).read().encode(), io.StringIO("a\r\nb\rc", newline="").readlines(), io.StringIO("a\nb", newline="\r\n").getvalue().encode())
b = io.BytesIO(b"abc\ndef"); print(b.readline(), b.read(), b.seek(0), b.read1(2), b.getvalue(), b.tell())
b.seek(0, 2); b.write(b"!!"); b.seek(1); b.write(b"ZZ"); print(b.getvalue(), b.readline(1), list(b)); buf = bytearray(3); b.seek(0); print(b.readinto(buf), buf, bytes(b.getbuffer()))
b.truncate(2); print(b.getvalue()); b.seek(5); b.write(b"x"); print(b.getvalue())
with io.StringIO("ctx") as c:
    print(c.read(), c.closed, c.readable(), c.writable(), c.seekable(), c.isatty())
print(c.closed)
for f in (lambda: c.read(), lambda: s.write(1), lambda: b.write("x"), lambda: io.StringIO(3), lambda: io.BytesIO("x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: b.seek(-1), lambda: b.seek(0, 9), lambda: s.fileno(), lambda: io.StringIO(newline="x"), lambda: s.read("a"), lambda: b.truncate(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), issubclass(io.StringIO, io.IOBase), io.UnsupportedOperation.__mro__[1:3], io.SEEK_END)
class Up(io.StringIO):
    def write(self, t):
        return super().write(t.upper())
u = Up(); print("shout", file=u); print(u.getvalue())
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.data)); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
print(Raw(b"ab\ncd").readlines(), Raw(b"xyz").read(), Raw(b"xyz").read(2))
