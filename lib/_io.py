"""The classes that `io` builds on. Files, StringIO and BytesIO are native; the abstract classes are here."""

from _pyfast_io import (
    BufferedRandom as _FileRandom, BufferedReader as _FileReader, BufferedWriter as _FileWriter, BytesIO, FileIO as _RawFile,
    StringIO, TextIOWrapper as _File, UnsupportedOperation, open)

DEFAULT_BUFFER_SIZE = 131072
BlockingIOError = BlockingIOError


def open_code(path, /):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


class _IOBase:
    """The abstract base class for all I/O classes."""

    __closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0, /):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation("truncate")

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        return self.__closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1, /):
        size = -1 if size is None else size.__index__()
        line = bytearray()
        while size < 0 or len(line) < size:
            ahead = self.peek(1) if hasattr(self, "peek") else b""
            n = (ahead.find(b"\n") + 1 or len(ahead)) if ahead else 1
            if size >= 0:
                n = min(n, size - len(line))
            more = self.read(n)
            if not isinstance(more, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(more).__name__}'")
            if not more:
                break
            line += more
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        lines, n = [], 0
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size.__index__())
        n = self.readinto(data)
        return None if n is None else bytes(data[:n])

    def readall(self):
        parts = bytearray()
        while more := self.read(DEFAULT_BUFFER_SIZE):
            parts += more
        return bytes(parts) if parts else more


class _BufferedIOBase(_IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, b, /):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    def _into(self, buffer, read):
        view = memoryview(buffer).cast("B")
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._into(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._into(buffer, self.read1)


class _TextIOBase(_IOBase):
    """Base class for text I/O."""

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def write(self, s, /):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    encoding = newlines = errors = None


class _OrFile(type(_BufferedIOBase)):
    """Of a class for any raw stream: the native class of files counts as well."""

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or isinstance(instance, cls.__dict__.get("_native", ()))

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or issubclass(subclass, cls.__dict__.get("_native", ()))


def _opened(mode):
    """The kind of a mode of `FileIO`, and the flags for opening."""
    import posix
    if not isinstance(mode, str):
        raise TypeError(f"FileIO() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set("rwaxb+"):
        raise ValueError(f"invalid mode: {mode}")
    if sum(mode.count(kind) for kind in "rwax") != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    kind = next(c for c in mode if c in "rwax")
    flags = posix.O_RDWR if "+" in mode else posix.O_RDONLY if kind == "r" else posix.O_WRONLY
    flags |= {"r": 0, "w": posix.O_CREAT | posix.O_TRUNC, "x": posix.O_CREAT | posix.O_EXCL, "a": posix.O_CREAT | posix.O_APPEND}[kind]
    return kind, flags | posix.O_CLOEXEC


class FileIO(_RawIOBase, metaclass=_OrFile):
    """Open a file."""

    _native = _RawFile
    _fd = -1

    def __init__(self, file, mode="r", closefd=True, opener=None):
        import posix
        if self._fd >= 0 and self._closefd:
            self.close()
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        self._kind, flags = _opened(mode)
        self._plus, self._closefd = "+" in mode, closefd
        self.name = file
        if isinstance(file, int):
            if isinstance(file, bool):
                import warnings
                warnings.warn("bool is used as a file descriptor", RuntimeWarning, stacklevel=2)
            if file < 0:
                raise ValueError("negative file descriptor")
            posix.fstat(file)
            self._fd = file
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        elif opener is None:
            self._fd = posix.open(file, flags, 0o666)
        else:
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError(f"opener returned {fd}")
            self._fd = fd
        status = posix.fstat(self._fd)
        self._blksize = status.st_blksize if status.st_blksize > 1 else DEFAULT_BUFFER_SIZE
        if status.st_mode & 0o170000 == 0o040000:
            fd, self._fd = self._fd, -1
            if not isinstance(file, int):
                posix.close(fd)
            raise IsADirectoryError(21, "Is a directory", file)
        if self._kind == "a":
            posix.lseek(self._fd, 0, 2)

    @property
    def closed(self):
        return self._fd < 0

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        return f"{self._kind}b+" if self._plus and self._kind != "w" else "rb+" if self._plus else self._kind + "b"

    def __repr__(self):
        if self.closed:
            return f"<{type(self).__module__}.{type(self).__qualname__} [closed]>"
        name = f"name={self.name!r}" if hasattr(self, "name") else f"fd={self._fd}"
        return f"<{type(self).__module__}.{type(self).__qualname__} {name} mode={self.mode!r} closefd={self._closefd}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def _open_for(self, can, verb):
        self._checkClosed("I/O operation on closed file")
        if not can:
            raise UnsupportedOperation(f"File not open for {verb}")

    def readable(self):
        self._checkClosed("I/O operation on closed file")
        return self._kind == "r" or self._plus

    def writable(self):
        self._checkClosed("I/O operation on closed file")
        return self._kind != "r" or self._plus

    def seekable(self):
        try:
            self.tell()
        except OSError:
            return False
        return True

    def fileno(self):
        self._checkClosed("I/O operation on closed file")
        return self._fd

    def isatty(self):
        import posix
        return posix.isatty(self.fileno())

    def read(self, size=-1, /):
        import posix
        self._open_for(self.readable(), "reading")
        if size is None or size < 0:
            return self.readall()
        try:
            return posix.read(self._fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        import posix
        self._checkClosed("I/O operation on closed file")
        parts = []
        while True:
            try:
                part = posix.read(self._fd, DEFAULT_BUFFER_SIZE)
            except BlockingIOError:
                return b"".join(parts) if parts else None
            if not part:
                return b"".join(parts)
            parts.append(part)

    def readinto(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        import posix
        self._open_for(self.writable(), "writing")
        try:
            return posix.write(self._fd, data)
        except BlockingIOError:
            return None

    def seek(self, pos, whence=0, /):
        import posix
        if isinstance(pos, float):
            raise TypeError("an integer is required")
        return posix.lseek(self.fileno(), pos, whence)

    def tell(self):
        import posix
        return posix.lseek(self.fileno(), 0, 1)

    def truncate(self, size=None, /):
        import posix
        self._open_for(self.writable(), "writing")
        size = self.tell() if size is None else size
        posix.ftruncate(self._fd, size)
        return size

    def close(self):
        import posix
        try:
            super().close()
        finally:
            fd, self._fd = self._fd, -1
            if fd >= 0 and self._closefd:
                posix.close(fd)

    def __del__(self):
        if self._fd >= 0 and self._closefd:
            import warnings
            warnings.warn(f"unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()


class _OverRaw(_BufferedIOBase):
    """What reader and writer have in common: a raw stream below."""

    def __init__(self, raw, buffer_size=8192):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self.buffer_size = buffer_size

    @property
    def raw(self):
        return self._raw

    @property
    def closed(self):
        return self._raw.closed

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    def detach(self):
        if self._raw is None:
            raise ValueError("raw stream already detached")
        self.flush()
        raw, self._raw = self._raw, None
        return raw

    def seekable(self):
        return self._raw.seekable()

    def fileno(self):
        return self._raw.fileno()

    def isatty(self):
        return self._raw.isatty()

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def _check(self, what):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        if self.closed:
            raise ValueError(f"{what} closed file")

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def __repr__(self):
        name = getattr(self._raw, "name", None)
        return f"<_io.{type(self).__qualname__}{'' if name is None else f' name={name!r}'}>"


class BufferedReader(_OverRaw, metaclass=_OrFile):
    """Create a new buffered reader using the given readable raw IO object."""

    _native = _FileReader

    def __init__(self, raw, buffer_size=8192):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        super().__init__(raw, buffer_size)
        self._ahead, self._at = b"", 0

    def readable(self):
        return True

    def flush(self):
        self._check("flush of")
        self._raw.flush()

    def _fill(self, size):
        """Reads once from below if nothing is left; answers what is there."""
        if self._at >= len(self._ahead):
            self._ahead, self._at = self._raw.read(max(size, self.buffer_size)), 0
            if self._ahead is None:
                self._ahead = b""
                return None
        return self._ahead

    def read(self, size=-1, /):
        self._check("read of")
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        parts, left = [], size
        if size is None or size == -1:
            parts.append(self._ahead[self._at:])
            self._ahead, self._at = b"", 0
            if hasattr(self._raw, "readall"):
                rest = self._raw.readall()
                if rest is None and not parts[0]:
                    return None
                parts.append(rest or b"")
            else:
                while more := self._raw.read():
                    parts.append(more)
            return b"".join(parts)
        while left > 0:
            ahead = self._fill(left)
            if ahead is None and not parts:
                return None
            part = (ahead or b"")[self._at:self._at + left]
            if not part:
                break
            self._at += len(part)
            left -= len(part)
            parts.append(part)
        return b"".join(parts)

    def read1(self, size=-1, /):
        self._check("read of")
        if size < 0:
            size = self.buffer_size
        if not size:
            return b""
        part = (self._fill(size) or b"")[self._at:self._at + size]
        self._at += len(part)
        return part

    def peek(self, size=0, /):
        self._check("peek of")
        return (self._fill(1) or b"")[self._at:]

    def tell(self):
        self._check("tell of")
        return self._raw.tell() - (len(self._ahead) - self._at)

    def seek(self, target, whence=0, /):
        self._check("seek of")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if whence == 1:
            target -= len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        return self._raw.seek(target, whence)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation("truncate")


class BufferedWriter(_OverRaw, metaclass=_OrFile):
    """A buffer for a writeable sequential RawIO object."""

    _native = _FileWriter

    def __init__(self, raw, buffer_size=8192):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        super().__init__(raw, buffer_size)
        self._waiting = bytearray()

    def writable(self):
        return True

    def write(self, data, /):
        self._check("write to")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        with memoryview(data) as view:
            n = view.nbytes
            self._waiting += view.cast("B") if n else b""
        if len(self._waiting) > self.buffer_size:
            self._write_out()
        return n

    def _write_out(self):
        while self._waiting:
            n = self._raw.write(bytes(self._waiting))
            if n is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            if not 0 <= n <= len(self._waiting):
                raise OSError("write() returned incorrect number of bytes")
            del self._waiting[:n]

    def flush(self):
        self._check("flush of")
        self._write_out()
        self._raw.flush()

    def tell(self):
        self._check("tell of")
        return self._raw.tell() + len(self._waiting)

    def seek(self, target, whence=0, /):
        self._check("seek of")
        self._write_out()
        return self._raw.seek(target, whence)

    def truncate(self, pos=None, /):
        self._check("truncate of")
        self._write_out()
        return self._raw.truncate(self._raw.tell() if pos is None else pos)


class BufferedRandom(BufferedWriter, BufferedReader, metaclass=_OrFile):
    """A buffered interface to random access streams."""

    _native = _FileRandom

    def __init__(self, raw, buffer_size=8192):
        if not raw.seekable():
            raise OSError("File or stream is not seekable.")
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def _back(self):
        """Puts the stream below to where the reader is, and forgets what was read ahead."""
        ahead = len(self._ahead) - self._at
        if ahead:
            self._raw.seek(-ahead, 1)
        self._ahead, self._at = b"", 0

    def _fill(self, size):
        self._write_out()
        return BufferedReader._fill(self, size)

    def read(self, size=-1, /):
        self._check("read of")
        self._write_out()
        return BufferedReader.read(self, size)

    def write(self, data, /):
        self._check("write to")
        self._back()
        return BufferedWriter.write(self, data)

    def flush(self):
        self._check("flush of")
        self._back()
        BufferedWriter.flush(self)

    def tell(self):
        self._check("tell of")
        return self._raw.tell() - (len(self._ahead) - self._at) + len(self._waiting)

    def seek(self, target, whence=0, /):
        self._check("seek of")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._write_out()
        self._back()
        return self._raw.seek(target, whence)

    def truncate(self, pos=None, /):
        self._check("truncate of")
        self._back()
        return BufferedWriter.truncate(self, pos)


for _class in (FileIO, BufferedReader, BufferedWriter, BufferedRandom):
    _class.__module__ = "_io"
del _class


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and writer object together."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = reader
        self.writer = writer

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readinto(self, b, /):
        return self.reader.readinto(b)

    def write(self, b, /):
        return self.writer.write(b)

    def flush(self):
        self.writer.flush()

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._seen = 0
        self._pending = False

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if self._pending and (text or final):
            text = "\r" + text
            self._pending = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._pending = True
        both = text.count("\r\n")
        self._seen |= (text.count("\n") > both) | (text.count("\r") > both) << 1 | (both > 0) << 2
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    def getstate(self):
        buffered, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffered, flag << 1 | self._pending

    def setstate(self, state):
        buffered, flag = state
        self._pending = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffered, flag >> 1))

    def reset(self):
        self._seen = 0
        self._pending = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"), ("\r", "\n", "\r\n"))[self._seen]


class _Text(type(_TextIOBase)):
    """Native text files are instances too."""

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or cls is TextIOWrapper and isinstance(instance, _File)

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or cls is TextIOWrapper and subclass is _File


class TextIOWrapper(_TextIOBase, metaclass=_Text):
    """Text over any binary stream."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        import codecs
        self.buffer = buffer
        self.encoding = "utf-8" if encoding in (None, "locale") else encoding
        self.errors = "strict" if errors is None else errors
        self.line_buffering = line_buffering
        self.write_through = write_through
        codec = codecs.lookup(self.encoding)
        self._newline = newline
        self._encoder = codec.incrementalencoder(self.errors)
        decoder = codec.incrementaldecoder(self.errors)
        self._decoder = IncrementalNewlineDecoder(decoder, newline is None) if newline in (None, "") else decoder
        self._text = ""
        self._ended = False

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def newlines(self):
        return getattr(self._decoder, "newlines", None)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        self.__init__(self.buffer, encoding or self.encoding, errors or self.errors, newline if newline is not None else self._newline,
                      self.line_buffering if line_buffering is None else line_buffering)

    def flush(self):
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        data = text
        if self._newline in (None, "\r", "\r\n") and "\n" in data:
            data = data.replace("\n", "\n" if self._newline is None else self._newline)
        self.buffer.write(self._encoder.encode(data))
        if self.line_buffering and ("\n" in text or "\r" in text):
            self.flush()
        return len(text)

    def _more(self):
        if self._ended:
            return False
        read = getattr(self.buffer, "read1", None) or self.buffer.read
        data = read(8192)
        self._ended = not data
        self._text += self._decoder.decode(data, not data)
        return True

    def read(self, size=-1, /):
        self._checkClosed()
        if size is None or size < 0:
            parts = [self._text, self._decoder.decode(self.buffer.read(), True)]
            self._text = ""
            return "".join(parts)
        while len(self._text) < size and self._more():
            pass
        found, self._text = self._text[:size], self._text[size:]
        self._ended = False
        return found

    def _line_end(self, start):
        text = self._text
        if self._newline == "":
            ends = [i for i in (text.find("\n", start), text.find("\r", start)) if i >= 0]
            if not ends:
                return -1
            end = min(ends)
            return end + (2 if text.startswith("\r\n", end) else 1)
        mark = self._newline or "\n"
        end = text.find(mark, start)
        return -1 if end < 0 else end + len(mark)

    def readline(self, size=-1, /):
        self._checkClosed()
        while (end := self._line_end(0)) < 0 and self._more():
            pass
        self._ended = False
        if end < 0:
            end = len(self._text)
        if size is not None and 0 <= size < end:
            end = size
        line, self._text = self._text[:end], self._text[end:]
        return line

    def tell(self):
        self.flush()
        return self.buffer.tell() - len(self._text.encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        self.flush()
        self._text = ""
        self._ended = False
        self._decoder.reset()
        return self.buffer.seek(cookie, whence)

    def truncate(self, pos=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)


TextIOWrapper.__module__ = "_io"
