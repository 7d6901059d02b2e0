"""StringIO and BytesIO: positions, seeking, truncation, newlines, views, closing and refusals."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import io
from io import BytesIO, StringIO


def after(stream, *calls):
    got = []
    for name, *args in calls:
        try:
            got.append(getattr(stream, name)(*args))
        except Exception as error:
            got.append(f"{type(error).__name__}: {error}")
    return got


closed = BytesIO(b"x")
closed.close()
ask(r"""
after(StringIO("ab\ncd\n"), ("read", 1), ("readline",), ("tell",), ("readlines",), ("read",), ("seek", 0), ("readline", 1), ("readline", 0), ("read", -1), ("read", None), ("getvalue",))
after(StringIO("abc"), ("seek", 1, 1), ("seek", 0, 1), ("seek", 0, 2), ("seek", -1), ("seek", 1, 2), ("seek", 0, 5), ("seek", "x"), ("write", b"x"), ("write", 5), ("writelines", ["a", "b"]), ("writelines", [5]), ("writelines", 5), ("read", "x"), ("readable",), ("writable",), ("seekable",), ("isatty",), ("fileno",), ("detach",), ("flush",))
StringIO("a", newline="x")
StringIO(5)
StringIO(b"a")
after(BytesIO(b"ab\ncd"), ("read", 1), ("readline",), ("read1",), ("read1", 2), ("seek", -2, 2), ("read", 1), ("tell",), ("seek", -1, 1), ("readinto", bytearray(2)), ("readlines", 1), ("getvalue",), ("peek",))
after(BytesIO(), ("write", b"abc"), ("write", bytearray(b"d")), ("write", memoryview(b"ef")), ("seek", 10), ("write", b"g"), ("getvalue",), ("truncate", 3), ("getvalue",), ("tell",), ("write", "x"), ("write", 5), ("seek", -1), ("seek", -100, 2), ("seek", 0, 9), ("truncate", -1), ("readinto", b"x"), ("readinto", 5), ("writelines", [b"1", b"2"]), ("writelines", ["x"]), ("read", 1.5), ("detach",), ("fileno",))
BytesIO("x")
BytesIO(5)
BytesIO(initial_bytes=b"k").read(), BytesIO(memoryview(b"m")).read(), BytesIO(None).read(), list(BytesIO(b"a\nb")), bytes(BytesIO(b"abc").getbuffer()), BytesIO(b"abc").getbuffer().readonly
closed.closed, closed.close(), repr(closed)[:10]
io.TextIOWrapper(BytesIO(b"a\r\nb")).read(), io.TextIOWrapper(BytesIO(b"\xc3\xa9"), encoding="utf-8").read(), io.BufferedReader(BytesIO(b"abc")).peek(1), io.BufferedReader(BytesIO(b"abcdef"), 2).read(3), io.IncrementalNewlineDecoder(None, True).decode("a\r\nb\rc"), io.open_code.__name__, io.text_encoding(None), io.DEFAULT_BUFFER_SIZE > 0, io.SEEK_END
io.TextIOWrapper(BytesIO(b"\xff"), encoding="utf-8").read()
io.TextIOWrapper(BytesIO(b"\xff"), encoding="nope")
io.IOBase().read
io.IOBase().fileno()
io.IOBase().seek(0)
io.IOBase().readable(), io.IOBase().closed, io.IOBase().isatty()
""")
