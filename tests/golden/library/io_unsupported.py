# One class io.UnsupportedOperation, whoever raises it.
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def refused(action):
    try:
        action()
    except io.UnsupportedOperation as error:
        print(type(error).__module__, type(error).__qualname__, error, isinstance(error, OSError), isinstance(error, ValueError))


with open(path, "w") as file:
    refused(file.read)
    refused(lambda: file.seek(1, 1))
    print(hasattr(file, "UnsupportedOperation"))
with open(path) as file:
    refused(lambda: file.write("x"))
    refused(file.truncate)
with open(path, "rb") as file:
    refused(lambda: file.write(b"x"))
with open(path, "wb", 0) as file:
    refused(file.read)
refused(io.BytesIO().fileno)
refused(io.StringIO().fileno)
refused(io.StringIO().detach)
refused(io.RawIOBase().fileno)
refused(io.TextIOBase().read)
print(io.UnsupportedOperation.__mro__)


def closed(file, action):
    file.close()
    try:
        action(file)
    except ValueError as error:
        print(type(error).__name__, error)


for mode, buffering in [("rb", 0), ("rb", -1), ("wb", 0), ("wb", -1), ("r", -1), ("w", -1)]:
    closed(open(path, mode, buffering), lambda file: file.read())
    closed(open(path, mode, buffering), lambda file: file.write("" if len(mode) == 1 else b""))
with open(path, "rb", 0) as file:
    refused(lambda: file.write(b"x"))
    refused(file.truncate)
