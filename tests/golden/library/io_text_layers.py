import io
raw = io.BytesIO(b"one\r\ntwo\nthree\rfour")
text = io.TextIOWrapper(raw, "utf-8")
print(text.readline(), text.read(), text.newlines if False else "", text.encoding)
for newline in (None, "", "\n", "\r", "\r\n"):
    print(repr(newline), list(io.TextIOWrapper(io.BytesIO(b"a\r\nb\nc\rd"), "ascii", newline=newline)))
out = io.BytesIO(); w = io.TextIOWrapper(out, "utf-16-le", newline="\r\n", write_through=True); w.write("x\ny"); w.flush(); print(out.getvalue())
s = io.StringIO("ab\ncd\n"); print(s.readlines(), s.tell(), s.seek(1), s.read(2), s.truncate(2), s.getvalue(), s.readable(), s.closed)
b = io.BytesIO(b"hello"); print(b.read(2), b.getbuffer()[1], b.seek(-1, 2), b.read(), b.readinto(bytearray(3)), b.getvalue())
r = io.BufferedReader(io.BytesIO(b"abcdef"), 3); print(r.peek(1)[:1], r.read(2), r.read1(10), r.read())
for make in (lambda: io.StringIO().read(1, 2), lambda: io.BytesIO("x"), lambda: s.seek(-1), lambda: io.StringIO("x").write(b"b"), lambda: s.close() or s.read()):
    try: print(make())
    except (TypeError, ValueError) as error: print(type(error).__name__)
