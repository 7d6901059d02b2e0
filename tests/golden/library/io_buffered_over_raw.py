import io
class Raw(io.RawIOBase):
    def __init__(self, data): self.data, self.at, self.calls = bytearray(data), 0, 0
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def readinto(self, b):
        self.calls += 1; part = self.data[self.at:self.at + min(len(b), 5)]; b[:len(part)] = part; self.at += len(part); return len(part)
    def write(self, b):
        n = min(len(b), 3); self.data[self.at:self.at + n] = bytes(b[:n]); self.at += n; return n
    def seek(self, to, whence=0): self.at = to if whence == 0 else self.at + to if whence == 1 else len(self.data) + to; return self.at
    def tell(self): return self.at
r = io.BufferedReader(Raw(b"hello world\nline two\n"), 4)
print(r.read(3), r.peek()[:1], r.tell(), r.readline(), r.read1(2), r.seek(1), r.read(2), r.seek(-3, 2), r.read(), isinstance(r, io.BufferedReader), isinstance(r, io.BufferedIOBase), r.readable(), r.closed)
buffer = bytearray(4); r.seek(0); print(r.readinto(buffer), buffer, list(r))
raw = Raw(b""); w = io.BufferedWriter(raw, 4)
print(w.write(b"ab"), bytes(raw.data), w.write(b"cdefgh"), w.tell(), w.flush(), bytes(raw.data), w.writable())
t = io.TextIOWrapper(io.BufferedReader(Raw("é\r\nb".encode())), "utf-8"); print(t.read())
for make in (lambda: io.BufferedReader(io.BytesIO(), 0), lambda: r.write(b"x"), lambda: r.detach() and r.read()):
    try: print(make())
    except (ValueError, OSError) as error: print(type(error).__name__, error)
with open(__file__, "rb") as file: print(isinstance(file, io.BufferedReader), isinstance(file, io.BufferedWriter))
