"""The registry of codecs, and the functions of those that are built in."""

_searchers = []
_known = {}
_handlers = {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searchers.append(search_function)


def unregister(search_function, /):
    if search_function in _searchers:
        _searchers.remove(search_function)
        _known.clear()


def _forget_codec(encoding, /):
    _known.pop(encoding, None)


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = encoding.lower().replace(" ", "-")
    found = _known.get(name)
    if found is not None:
        return found
    if not _searchers:
        import encodings  # registers its search function
    for search in _searchers:
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _known[name] = found
        return found
    raise LookupError(f"unknown encoding: {encoding}")


def _noted(call, obj, encoding, errors, what):
    """What a codec makes; an error is told which codec it was."""
    try:
        return call(obj, errors)
    except Exception as error:
        error.add_note(f"{what} with '{encoding}' codec failed")
        raise


def encode(obj, encoding="utf-8", errors="strict"):
    result = _noted(lookup(encoding)[0], obj, encoding, errors, "encoding")
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    return result[0]


def decode(obj, encoding="utf-8", errors="strict"):
    result = _noted(lookup(encoding)[1], obj, encoding, errors, "decoding")
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    return result[0]


def _text_codec(obj, encoding, verb):
    """The codec of an encoding of text; `obj` says nothing."""
    found = lookup(encoding)
    if not getattr(found, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
    return found


def _encode_by_registry(text, encoding, errors):
    made = _noted(_text_codec(None, encoding, "encode")[0], text, encoding, errors, "encoding")
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if not isinstance(made[0], (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(made[0]).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return bytes(made[0])


def _decode_by_registry(data, encoding, errors):
    made = _noted(_text_codec(None, encoding, "decode")[1], data, encoding, errors, "decoding")
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    if not isinstance(made[0], str):
        raise TypeError(f"'{encoding}' decoder returned '{type(made[0]).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return made[0]


def _answer(handler, error, length, kinds, what):
    """What an error handler wants in place of an error, and where to go on."""
    answer = handler(error)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds) or not isinstance(answer[1], int):
        raise TypeError(f"{what} error handler must return ({'str/bytes' if len(kinds) == 2 else 'str'}, int) tuple")
    made, at = answer
    place = at + length if at < 0 else at
    if not 0 <= place <= length:
        raise IndexError(f"position {at} from error handler out of bounds")
    return made, place


def _unmarked(encoding, data=None):
    """The mark that text in this encoding begins with, and the encoding of what follows it."""
    name = encoding.lower().replace("_", "").replace("-", "").replace(" ", "")
    if name in ("utf16", "utf32", "u16", "u32"):
        name = "utf-" + name[-2:]
        little, big = _MARKS[name]
        if data is None or data.startswith(little):
            return little, name + "-le"
        return (big, name + "-be") if data.startswith(big) else (b"", name + "-le")
    return b"", encoding


_MARKS = {"utf-16": (b"\xff\xfe", b"\xfe\xff"), "utf-32": (b"\xff\xfe\0\0", b"\0\0\xfe\xff")}


def _encode_by_handler(text, encoding, errors):
    handler = lookup_error(errors)
    mark, plain = _unmarked(encoding)
    out, at = [mark], 0
    while True:
        try:
            out.append(text[at:].encode(plain))
            return b"".join(out)
        except UnicodeEncodeError as error:
            name = error.encoding if plain == encoding else plain[:6]
            found = UnicodeEncodeError(name, text, error.start + at, error.end + at, error.reason)
        out.append(text[at:found.start].encode(plain))
        made, at = _answer(handler, found, len(text), (str, bytes), "encoding")
        try:
            out.append(made if isinstance(made, bytes) else made.encode(plain))
        except UnicodeEncodeError:
            raise found from None


def _decode_by_handler(data, encoding, errors):
    handler = lookup_error(errors)
    mark, plain = _unmarked(encoding, data)
    out, at = [], len(mark)
    while True:
        try:
            out.append(data[at:].decode(plain))
            return "".join(out)
        except UnicodeDecodeError as error:
            found = UnicodeDecodeError(error.encoding, data, error.start + at, error.end + at, error.reason)
        out.append(data[at:found.start].decode(plain))
        made, at = _answer(handler, found, len(data), (str,), "decoding")
        data = found.object
        out.append(made)


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(errors, /):
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError(f"unknown error handler name '{errors}'") from None


def _unregister_error(errors, /):
    return _handlers.pop(errors, None) is not None


def strict_errors(exc):
    if isinstance(exc, Exception):
        raise exc
    raise TypeError("codec must pass exception instance")


def _refuse(exc):
    return TypeError(f"don't know how to handle {type(exc).__name__} in error callback")


def ignore_errors(exc):
    if not isinstance(exc, UnicodeError):
        raise _refuse(exc)
    return "", exc.end


def replace_errors(exc):
    if isinstance(exc, UnicodeEncodeError):
        return "?" * (exc.end - exc.start), exc.end
    if isinstance(exc, UnicodeDecodeError):
        return "\ufffd", exc.end
    if isinstance(exc, UnicodeTranslateError):
        return "\ufffd" * (exc.end - exc.start), exc.end
    raise _refuse(exc)


def xmlcharrefreplace_errors(exc):
    if not isinstance(exc, UnicodeEncodeError):
        raise _refuse(exc)
    return "".join(f"&#{ord(c)};" for c in exc.object[exc.start:exc.end]), exc.end


def _escaped(n):
    if n <= 0xFF:
        return f"\\x{n:02x}"
    return f"\\u{n:04x}" if n <= 0xFFFF else f"\\U{n:08x}"


def backslashreplace_errors(exc):
    if not isinstance(exc, UnicodeError):
        raise _refuse(exc)
    part = exc.object[exc.start:exc.end]
    return "".join(_escaped(c if isinstance(c, int) else ord(c)) for c in part), exc.end


def namereplace_errors(exc):
    if not isinstance(exc, UnicodeEncodeError):
        raise _refuse(exc)
    import unicodedata
    parts = []
    for c in exc.object[exc.start:exc.end]:
        name = unicodedata.name(c, None)
        parts.append(f"\\N{{{name}}}" if name else _escaped(ord(c)))
    return "".join(parts), exc.end


def _surrogates(exc):
    if isinstance(exc, UnicodeEncodeError):
        out = bytearray()
        for c in exc.object[exc.start:exc.end]:
            if not 0xDC80 <= ord(c) <= 0xDCFF:
                raise exc
            out.append(ord(c) - 0xDC00)
        return bytes(out), exc.end
    if isinstance(exc, UnicodeDecodeError):
        out = []
        for byte in exc.object[exc.start:exc.end]:
            if byte < 128:
                break
            out.append(chr(0xDC00 + byte))
        if not out:
            raise exc
        return "".join(out), exc.start + len(out)
    raise _refuse(exc)


for _name, _handler in [
    ("strict", strict_errors), ("ignore", ignore_errors), ("replace", replace_errors),
    ("xmlcharrefreplace", xmlcharrefreplace_errors), ("backslashreplace", backslashreplace_errors),
    ("namereplace", namereplace_errors), ("surrogateescape", _surrogates),
]:
    _handlers[_name] = _handler


def _passes(encoding):
    """How many bytes a surrogate takes in an encoding, and the name under which it is passed."""
    name = encoding.lower().replace("_", "-").replace("utf", "utf-").replace("utf--", "utf-")
    return {"utf-8": (3, "utf-8"), "cp-utf-8": (3, "utf-8")}.get(name) or {
        "utf-16": (2, "utf-16-le"), "utf-16-le": (2, "utf-16-le"), "utf-16le": (2, "utf-16-le"), "utf-16-be": (2, "utf-16-be"),
        "utf-16be": (2, "utf-16-be"), "utf-32": (4, "utf-32-le"), "utf-32-le": (4, "utf-32-le"), "utf-32le": (4, "utf-32-le"),
        "utf-32-be": (4, "utf-32-be"), "utf-32be": (4, "utf-32-be")}.get(name)


def _surrogates_pass(exc):
    if not isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError)):
        raise _refuse(exc)
    known = _passes(exc.encoding)
    if known is None:
        raise exc
    width, name = known
    if isinstance(exc, UnicodeEncodeError):
        part = exc.object[exc.start:exc.end]
        if any(not 0xD800 <= ord(c) <= 0xDFFF for c in part):
            raise exc
        return part.encode(name, "surrogatepass"), exc.end
    try:
        c = exc.object[exc.start:exc.start + width].decode(name, "surrogatepass")
    except UnicodeDecodeError:
        raise exc from None
    if len(c) != 1 or not 0xD800 <= ord(c) <= 0xDFFF:
        raise exc
    return c, exc.start + width


_handlers["surrogatepass"] = _surrogates_pass


def _data(data):
    """The bytes of a bytes-like object."""
    if isinstance(data, bytes):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _pair(encoding, whole=None):
    """Encoder and decoder; `whole` says how many bytes of data that goes on are whole characters."""
    def encoder(str, errors=None, /):
        return str.encode(encoding, errors or "strict"), len(str)

    def decoder(data, errors=None, final=False, /):
        data = _data(data)
        end = len(data) if final else whole(data)
        return (data if end == len(data) else data[:end]).decode(encoding, errors or "strict"), end

    def plain_decoder(data, errors=None, /):
        data = _data(data)
        return data.decode(encoding, errors or "strict"), len(data)

    # As attributes of classes they are not to become methods.
    return staticmethod(encoder), staticmethod(decoder if whole else plain_decoder)


# What may follow the first byte of a sequence, where that is not every continuation byte. Half a surrogate may go on.
_SECOND = {0xE0: (0xA0, 0xBF), 0xF0: (0x90, 0xBF), 0xF4: (0x80, 0x8F)}


def _whole_utf_8(data):
    n = len(data)
    for back in range(1, min(n, 3) + 1):
        first = data[n - back]
        if first >= 0xC0:
            need = 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 4 if 0xF0 <= first <= 0xF4 else 0
            low, high = _SECOND.get(first, (0x80, 0xBF))
            return n - back if need > back and (back == 1 or low <= data[n - back + 1] <= high) else n
        if first < 0x80:
            break
    return n


def _whole_utf_16(high):
    def whole(data):
        n = len(data) & ~1
        return n - 2 if n and 0xD8 <= data[n - 2 + high] <= 0xDB else n

    return whole


def _whole_utf_32(data):
    return len(data) & ~3


utf_8_encode, utf_8_decode = _pair("utf-8", _whole_utf_8)
utf_16_le_encode, utf_16_le_decode = _pair("utf-16-le", _whole_utf_16(1))
utf_16_be_encode, utf_16_be_decode = _pair("utf-16-be", _whole_utf_16(0))
utf_16_encode, utf_16_decode = _pair("utf-16", lambda data: _whole_utf_16(0 if data.startswith(b"\xfe\xff") else 1)(data))
utf_32_encode, utf_32_decode = _pair("utf-32", _whole_utf_32)
utf_32_le_encode, utf_32_le_decode = _pair("utf-32-le", _whole_utf_32)
utf_32_be_encode, utf_32_be_decode = _pair("utf-32-be", _whole_utf_32)
latin_1_encode, latin_1_decode = _pair("latin-1")
ascii_encode, ascii_decode = _pair("ascii")


def charmap_build(map, /):
    return {ord(c): i for i, c in enumerate(map) if c != "\ufffe"}


def _mapped(mapping, n):
    """The bytes for a character, or None."""
    try:
        found = mapping[n]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found <= 255:
            raise TypeError("character mapping must be in range(256)")
        return bytes([found])
    if found is not None and not isinstance(found, bytes):
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")
    return found


def charmap_encode(str, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_encode(str, errors)
    out, i = [], 0
    while i < len(str):
        found = _mapped(mapping, ord(str[i]))
        if found is not None:
            out.append(found)
            i += 1
            continue
        end = i + 1
        while end < len(str) and _mapped(mapping, ord(str[end])) is None:
            end += 1
        exc = UnicodeEncodeError("charmap", str, i, end, "character maps to <undefined>")
        made, i = _answer(lookup_error(errors or "strict"), exc, len(str), (type(""), bytes), "encoding")
        if isinstance(made, bytes):
            out.append(made)
            continue
        for c in made:
            found = _mapped(mapping, ord(c))
            if found is None:
                raise exc
            out.append(found)
    return b"".join(out), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors)
    data = _data(data)
    out, i = [], 0
    while i < len(data):
        try:
            found = mapping[data[i]]
        except LookupError:
            found = None
        if isinstance(found, int):
            if not 0 <= found <= 0x10FFFF:
                raise TypeError("character mapping must be in range(0x110000)")
            found = chr(found)
        if found is None or found == "\ufffe":
            exc = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
            text, i = _answer(lookup_error(errors or "strict"), exc, len(data), (str,), "decoding")
            data = exc.object
            out.append(text)
            continue
        if not isinstance(found, str):
            raise TypeError("character mapping must return integer, None or str")
        out.append(found)
        i += 1
    return "".join(out), len(data)


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    out = []
    for n in data:
        if n in b"\\'":
            out.append("\\" + chr(n))
        else:
            out.append(_WHITE.get(n) or (chr(n) if 32 <= n < 127 else f"\\x{n:02x}"))
    return "".join(out).encode("ascii"), len(data)


_WHITE = {9: "\\t", 10: "\\n", 13: "\\r"}
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", "'": "'", '"': '"', "\n": ""}


def _octal(text, i):
    """The number that begins at `i` in octal digits, three at most, and where it ends."""
    end = i + 1
    while end < min(i + 3, len(text)) and text[end] in "01234567":
        end += 1
    return int(text[i:end], 8), end


def _hex_end(text, i, width):
    """Where the hexadecimal digits from `i` on end, `width` at most."""
    end = i
    while end < min(i + width, len(text)) and text[end] in "0123456789abcdefABCDEF":
        end += 1
    return end


def _warn_of_escape(text):
    """Warns of the first escape sequence that is none; `text` is what follows its backslash."""
    import warnings
    kind = "invalid octal escape sequence" if len(text) > 1 else "invalid escape sequence"
    message = f'"\\{text}" is an {kind}. Such sequences will not work in the future. '
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def escape_decode(data, errors=None, /):
    text = (data.encode() if isinstance(data, str) else _data(data)).decode("latin-1")
    out, i, odd = [], 0, None
    while i < len(text):
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            break
        out.append(text[i:at])
        if at + 1 >= len(text):
            raise ValueError("Trailing \\ in string")
        c, i = text[at + 1], at + 2
        if c in _SIMPLE:
            out.append(_SIMPLE[c])
        elif c in "01234567":
            n, i = _octal(text, at + 1)
            out.append(chr(n & 255))
            odd = odd or (text[at + 1:i] if n > 255 else None)
        elif c == "x":
            end = _hex_end(text, i, 2)
            if end == i + 2:
                out.append(chr(int(text[i:end], 16)))
            elif errors is None or errors == "strict":
                raise ValueError(f"invalid \\x escape at position {at}")
            elif errors == "replace":
                out.append("?")
            elif errors != "ignore":
                raise ValueError(f"decoding error; unknown error handling code: {errors}")
            i = end
        else:
            out.append("\\" + c)
            odd = odd or c
    if odd:
        _warn_of_escape(odd)
    return "".join(out).encode("latin-1"), len(data)


def unicode_escape_encode(str, errors=None, /):
    out = []
    for c in str:
        n = ord(c)
        if c in "\\":
            out.append("\\\\")
        elif 32 <= n < 127:
            out.append(c)
        else:
            out.append(_WHITE.get(n) or _escaped(n))
    return "".join(out).encode("ascii"), len(str)


_WIDTH = {"x": 2, "u": 4, "U": 8}


def _numbered(text, at, width, raw, final):
    """The character of an escape in digits and where it ends; (None, end) if it may go on; (reason, end) of an error, -1 first."""
    c = text[at + 1]
    end = _hex_end(text, at + 2, width)
    if end < at + 2 + width:
        if end == len(text) and not final:
            return None, None, end
        return None, f"truncated \\{c}{'X' * width} escape", end
    n = int(text[at + 2:end], 16)
    if n > 0x10FFFF:
        return None, "\\Uxxxxxxxx out of range" if raw else "illegal Unicode character", end
    return chr(n), None, end


def _named(text, at, final):
    """As `_numbered`, of an escape with a name."""
    if at + 2 < len(text) and text[at + 2] == "{":
        end = text.find("}", at + 3)
        if end > at + 3:
            import unicodedata
            try:
                return unicodedata.lookup(text[at + 3:end]), None, end + 1
            except KeyError:
                return None, "unknown Unicode character name", end + 1
        if end < 0:
            return None, "malformed \\N character escape" if final else None, len(text)
        return None, "malformed \\N character escape", end
    reason = "malformed \\N character escape"
    return None, None if at + 2 >= len(text) and not final else reason, at + 2


def _unicode_escapes(data, errors, final, raw):
    data = data.encode() if isinstance(data, str) else _data(data)
    text = data.decode("latin-1")
    out, i, odd = [], 0, None
    while i < len(text):
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            i = len(text)
            break
        out.append(text[i:at])
        i = at
        c = text[at + 1:at + 2]
        made, reason, end = "\\" + c, None, at + 2
        if not c:
            made, reason, end = "\\" if raw and final else None, "\\ at end of string" if final and not raw else None, at + 1
        elif c in _WIDTH and not (raw and c == "x"):
            made, reason, end = _numbered(text, at, _WIDTH[c], raw, final)
        elif raw:
            pass
        elif c == "N":
            made, reason, end = _named(text, at, final)
        elif c in _SIMPLE:
            made = _SIMPLE[c]
        elif c in "01234567":
            n, end = _octal(text, at + 1)
            made = chr(n)
            odd = odd or (text[at + 1:end] if n > 255 else None)
        else:
            odd = odd or c
        if reason is not None:
            exc = UnicodeDecodeError("rawunicodeescape" if raw else "unicodeescape", data, at, end, reason)
            made, end = _answer(lookup_error(errors or "strict"), exc, len(data), (str,), "decoding")
            if exc.object is not data:
                data = exc.object
                text = data.decode("latin-1")
        elif made is None:
            break
        out.append(made)
        i = end
    if odd:
        _warn_of_escape(odd)
    return "".join(out), i


def unicode_escape_decode(data, errors=None, final=True, /):
    return _unicode_escapes(data, errors, final, False)


def raw_unicode_escape_encode(str, errors=None, /):
    return "".join(c if ord(c) < 256 else _escaped(ord(c)) for c in str).encode("latin-1"), len(str)


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    return _unicode_escapes(data, errors, final, True)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else _data(data)
    return data, len(data)


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode(_data(data), errors, byteorder, final, 2, b"\xff\xfe", b"\xfe\xff", utf_16_le_decode, utf_16_be_decode)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode(_data(data), errors, byteorder, final, 4, b"\xff\xfe\0\0", b"\0\0\xfe\xff", utf_32_le_decode, utf_32_be_decode)


def _ex_decode(data, errors, byteorder, final, width, little, big, decode_little, decode_big):
    skipped = 0
    if byteorder == 0:
        if len(data) < width and not final:
            return "", 0, 0
        if data.startswith(little):
            byteorder, skipped = -1, width
        elif data.startswith(big):
            byteorder, skipped = 1, width
    decode = decode_big if byteorder > 0 else decode_little
    text, used = decode(data[skipped:], errors, final)
    return text, used + skipped, byteorder


_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = frozenset(chr(n) for n in (9, 10, 13, *range(32, 127)) if chr(n) not in "+\\~")


def utf_7_encode(str, errors=None, /):
    import binascii
    out, i = [], 0
    while i < len(str):
        start = i
        while i < len(str) and str[i] in _DIRECT:
            i += 1
        out.append(str[start:i])
        if i == len(str):
            break
        if str[i] == "+":
            out.append("+-")
            i += 1
            continue
        start = i
        while i < len(str) and str[i] not in _DIRECT:
            i += 1
        packed = binascii.b2a_base64(str[start:i].encode("utf-16-be", "surrogatepass"), newline=False)
        out.append("+" + packed.rstrip(b"=").decode())
        if i == len(str) or str[i] in _BASE64 or str[i] == "-":
            out.append("-")
    return "".join(out).encode("ascii"), len(str)


class _Shifted:
    """What a section in base 64 has come to so far."""

    def __init__(self, start, length):
        self.start, self.length = start, length
        self.bits = self.pending = self.surrogate = 0

    def take(self, digit, out):
        self.pending = self.pending << 6 | digit
        self.bits += 6
        if self.bits < 16:
            return
        self.bits -= 16
        unit, self.pending = self.pending >> self.bits, self.pending & (1 << self.bits) - 1
        high, self.surrogate = self.surrogate, 0
        if high and 0xDC00 <= unit <= 0xDFFF:
            out.append(chr(0x10000 + (high - 0xD800 << 10) + unit - 0xDC00))
            return
        if high:
            out.append(chr(high))
        if 0xD800 <= unit <= 0xDBFF:
            self.surrogate = unit
        else:
            out.append(chr(unit))

    def trouble(self):
        if self.bits >= 6:
            return "partial character in shift sequence"
        return "non-zero padding bits in base64 sequence" if self.pending else None


def utf_7_decode(data, errors=None, final=False, /):
    data = _data(data)
    out, i, start, shifted = [], 0, 0, None
    while True:
        reason = None
        if i >= len(data):
            open_end = shifted is not None and final and (shifted.surrogate or shifted.trouble())
            if not open_end:
                break
            reason, shifted, end = "unterminated shift sequence", None, len(data)
        else:
            c, end = chr(data[i]), i + 1
            if shifted is not None:
                if c in _BASE64:
                    shifted.take(_BASE64.index(c), out)
                else:
                    reason, high, shifted = shifted.trouble(), shifted.surrogate, None
                    if reason is None:
                        if high and c < "\x80" and c != "+":
                            out.append(chr(high))
                        end = i + (c == "-")
            elif c == "+":
                start = i
                after = data[end:end + 1].decode("latin-1")
                if after == "-":
                    out.append("+")
                    end += 1
                elif after and after not in _BASE64:
                    reason, end = "ill-formed sequence", end + 1
                else:
                    shifted = _Shifted(i, len(out))
            elif c < "\x80":
                out.append(c)
            else:
                reason, start = "unexpected special character", i
        if reason is not None:
            exc = UnicodeDecodeError("utf7", data, start, end, reason)
            made, end = _answer(lookup_error(errors or "strict"), exc, len(data), (str,), "decoding")
            data = exc.object
            out.append(made)
        i = end
    if shifted is not None and not final:
        return "".join(out[:shifted.length]), shifted.start
    return "".join(out), i


# As attributes of classes they are not to become methods.
for _name in ("escape_encode", "escape_decode", "unicode_escape_encode", "unicode_escape_decode", "raw_unicode_escape_encode",
              "raw_unicode_escape_decode", "utf_7_encode", "utf_7_decode", "charmap_encode", "charmap_decode"):
    globals()[_name] = staticmethod(globals()[_name])
