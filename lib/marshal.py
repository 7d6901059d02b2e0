"""Values to bytes and back, in CPython's format of version 2. Code objects are not written."""

from struct import pack, unpack

version = 5


def dumps(value, version=version, /, *, allow_code=True):
    out = bytearray()
    _write(value, out)
    return bytes(out)


def dump(value, file, version=version, /, *, allow_code=True):
    return file.write(dumps(value, version))


def loads(bytes, /, *, allow_code=True):
    return _Reader(memoryview(bytes)).value()


def load(file, /, *, allow_code=True):
    return loads(file.read())


def _write(value, out):
    kind = type(value)
    if value is None:
        out += b"N"
    elif value is True:
        out += b"T"
    elif value is False:
        out += b"F"
    elif value is StopIteration:
        out += b"S"
    elif value is ...:
        out += b"."
    elif kind is int:
        if -0x80000000 <= value <= 0x7FFFFFFF:
            out += pack("<ci", b"i", value)
        else:
            digits, rest = [], abs(value)
            while rest:
                digits.append(rest & 0x7FFF)
                rest >>= 15
            out += pack("<ci", b"l", len(digits) if value > 0 else -len(digits))
            out += pack(f"<{len(digits)}H", *digits)
    elif kind is float:
        out += pack("<cd", b"g", value)
    elif kind is complex:
        out += pack("<cdd", b"y", value.real, value.imag)
    elif kind is str:
        data = value.encode("utf-8", "surrogatepass")
        out += pack("<cI", b"u", len(data)) + data
    elif kind in (bytes, bytearray, memoryview):
        data = bytes(value)
        out += pack("<cI", b"s", len(data)) + data
    elif kind in (tuple, list, set, frozenset):
        out += pack("<cI", {tuple: b"(", list: b"[", set: b"<", frozenset: b">"}[kind], len(value))
        for item in value:
            _write(item, out)
    elif kind is dict:
        out += b"{"
        for key, item in value.items():
            _write(key, out)
            _write(item, out)
        out += b"0"
    else:
        raise ValueError("unmarshallable object")


_END = object()


class _Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.seen = []

    def take(self, n):
        end = self.at + n
        if end > len(self.data):
            raise EOFError("marshal data too short")
        piece = self.data[self.at:end]
        self.at = end
        return piece

    def number(self):
        return unpack("<i", self.take(4))[0]

    def value(self):
        found = self.item()
        if found is _END:
            raise TypeError("NULL object in marshal data for object")
        return found

    def item(self):
        code = self.take(1)[0]
        keep, kind = code & 0x80, chr(code & 0x7F)
        place = len(self.seen)
        if keep:
            self.seen.append(None)
        found = self.of_kind(kind)
        if keep:
            self.seen[place] = found
        return found

    def of_kind(self, kind):
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if kind == "i":
            return self.number()
        if kind == "l":
            n = self.number()
            digits = unpack(f"<{abs(n)}H", self.take(2 * abs(n)))
            total = sum(digit << 15 * i for i, digit in enumerate(digits))
            return -total if n < 0 else total
        if kind == "g":
            return unpack("<d", self.take(8))[0]
        if kind == "y":
            return complex(*unpack("<dd", self.take(16)))
        if kind in "ut":
            return bytes(self.take(self.number())).decode("utf-8", "surrogatepass")
        if kind in "aA":
            return bytes(self.take(self.number())).decode("latin-1")
        if kind in "zZ":
            return bytes(self.take(self.take(1)[0])).decode("latin-1")
        if kind == "s":
            return bytes(self.take(self.number()))
        if kind == "r":
            return self.seen[self.number()]
        if kind == ")":
            return tuple([self.value() for _ in range(self.take(1)[0])])
        if kind in "([<>":
            items = [self.value() for _ in range(self.number())]
            return {"(": tuple, "[": list, "<": set, ">": frozenset}[kind](items)
        if kind == "{":
            made = {}
            while (key := self.item()) is not _END:
                made[key] = self.value()
            return made
        raise ValueError("bad marshal data (unknown type code)")


_CONSTANTS = {"N": None, "T": True, "F": False, "S": StopIteration, ".": ..., "0": _END}
