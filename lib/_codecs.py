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


def encode(obj, encoding="utf-8", errors="strict"):
    result = lookup(encoding)[0](obj, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    return result[0]


def decode(obj, encoding="utf-8", errors="strict"):
    result = lookup(encoding)[1](obj, errors)
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
    made = _text_codec(None, encoding, "encode")[0](text, errors)
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if not isinstance(made[0], (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(made[0]).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return bytes(made[0])


def _decode_by_registry(data, encoding, errors):
    made = _text_codec(None, encoding, "decode")[1](data, errors)
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


def _encode_by_handler(text, encoding, errors):
    handler = lookup_error(errors)
    out, at = [], 0
    while True:
        try:
            out.append(text[at:].encode(encoding))
            return b"".join(out)
        except UnicodeEncodeError as error:
            found = UnicodeEncodeError(error.encoding, text, error.start + at, error.end + at, error.reason)
        out.append(text[at:found.start].encode(encoding))
        made, at = _answer(handler, found, len(text), (str, bytes), "encoding")
        try:
            out.append(made if isinstance(made, bytes) else made.encode(encoding))
        except UnicodeEncodeError:
            raise found from None


def _decode_by_handler(data, encoding, errors):
    handler = lookup_error(errors)
    out, at = [], 0
    while True:
        try:
            out.append(data[at:].decode(encoding))
            return "".join(out)
        except UnicodeDecodeError as error:
            found = UnicodeDecodeError(error.encoding, data, error.start + at, error.end + at, error.reason)
        out.append(data[at:found.start].decode(encoding))
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
_handlers["surrogatepass"] = lambda exc: strict_errors(exc)


def _pair(encoding):
    def encoder(str, errors=None, /):
        return str.encode(encoding, errors or "strict"), len(str)

    def decoder(data, errors=None, final=False, /):
        data = bytes(data)
        try:
            return data.decode(encoding, errors or "strict"), len(data)
        except UnicodeDecodeError as error:
            if final or error.end != len(data) or error.reason not in _CUT:
                raise
            good = data[:error.start]
            return good.decode(encoding, errors or "strict"), len(good)

    # As attributes of classes they are not to become methods.
    return staticmethod(encoder), staticmethod(decoder)


# What errors say of data that may go on.
_CUT = ("unexpected end of data", "truncated data")

utf_8_encode, utf_8_decode = _pair("utf-8")
utf_16_encode, utf_16_decode = _pair("utf-16")
utf_16_le_encode, utf_16_le_decode = _pair("utf-16-le")
utf_16_be_encode, utf_16_be_decode = _pair("utf-16-be")
utf_32_encode, utf_32_decode = _pair("utf-32")
utf_32_le_encode, utf_32_le_decode = _pair("utf-32-le")
utf_32_be_encode, utf_32_be_decode = _pair("utf-32-be")
latin_1_encode, latin_1_decode = _pair("latin-1")
ascii_encode, ascii_decode = _pair("ascii")


def charmap_build(map, /):
    return {ord(c): i for i, c in enumerate(map) if c != "\ufffe"}


def charmap_encode(str, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_encode(str, errors)
    out = bytearray()
    i = 0
    while i < len(str):
        found = mapping.get(ord(str[i]))
        if found is None:
            exc = UnicodeEncodeError("charmap", str, i, i + 1, "character maps to <undefined>")
            text, i = lookup_error(errors or "strict")(exc)
            out += text if isinstance(text, bytes) else charmap_encode(text, "strict", mapping)[0]
            continue
        out += bytes([found]) if isinstance(found, int) else found
        i += 1
    return bytes(out), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors)
    data = bytes(data)
    out = []
    i = 0
    while i < len(data):
        try:
            found = mapping[data[i]]
        except LookupError:
            found = None
        if found is None or found == "\ufffe":
            exc = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
            text, i = lookup_error(errors or "strict")(exc)
            out.append(text)
            continue
        out.append(chr(found) if isinstance(found, int) else found)
        i += 1
    return "".join(out), len(data)


def escape_encode(data, errors=None, /):
    return repr(data)[2:-1].encode("ascii"), len(data)


_SIMPLE = {"n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11, "\\": 92, "'": 39, '"': 34}


def escape_decode(data, errors=None, /):
    text = data if isinstance(data, str) else bytes(data).decode("latin-1")
    out = bytearray()
    i = 0
    while i < len(text):
        c = text[i]
        if c != "\\":
            out += c.encode("latin-1")
            i += 1
            continue
        i += 1
        if i >= len(text):
            raise ValueError("Trailing \\ in string")
        c = text[i]
        if c in _SIMPLE:
            out.append(_SIMPLE[c])
            i += 1
        elif c == "\n":
            i += 1
        elif c in "01234567":
            end = i + 1
            while end < min(i + 3, len(text)) and text[end] in "01234567":
                end += 1
            out.append(int(text[i:end], 8) & 255)
            i = end
        elif c == "x":
            digits = text[i + 1:i + 3]
            try:
                out.append(int(digits, 16) if len(digits) == 2 else int("!"))
            except ValueError:
                raise ValueError(f"invalid \\x escape at position {i - 1}") from None
            i += 3
        else:
            out += b"\\" + c.encode("latin-1")
            i += 1
    return bytes(out), len(data)


def unicode_escape_encode(str, errors=None, /):
    out = []
    for c in str:
        n = ord(c)
        if c in "\\":
            out.append("\\\\")
        elif 32 <= n < 127:
            out.append(c)
        elif c in "\t\n\r":
            out.append({"\t": "\\t", "\n": "\\n", "\r": "\\r"}[c])
        else:
            out.append(_escaped(n))
    return "".join(out).encode("ascii"), len(str)


def _unicode_escapes(text, errors, only_raw, length):
    out = []
    i = 0
    while i < len(text):
        c = text[i]
        if c != "\\" or i + 1 >= len(text):
            if c == "\\" and not only_raw:
                raise UnicodeDecodeError("unicodeescape", text.encode("latin-1"), i, i + 1, "\\ at end of string")
            out.append(c)
            i += 1
            continue
        c = text[i + 1]
        width = {"u": 4, "U": 8, "x": 0 if only_raw else 2}.get(c, 0)
        if width:
            digits = text[i + 2:i + 2 + width]
            try:
                out.append(chr(int(digits, 16) if len(digits) == width else int("!")))
            except ValueError:
                name = "rawunicodeescape" if only_raw else "unicodeescape"
                reason = f"truncated \\{c}{'X' * width} escape"
                raise UnicodeDecodeError(name, text.encode("latin-1"), i, min(i + 2 + len(digits), len(text)), reason) from None
            i += 2 + width
        elif only_raw:
            out.append("\\" + c)
            i += 2
        elif c == "N" and text[i + 2:i + 3] == "{" and "}" in text[i:]:
            import unicodedata
            end = text.index("}", i)
            out.append(unicodedata.lookup(text[i + 3:end]))
            i = end + 1
        elif c == "\n":
            i += 2
        elif c in _SIMPLE:
            out.append(chr(_SIMPLE[c]))
            i += 2
        elif c in "01234567":
            end = i + 2
            while end < min(i + 4, len(text)) and text[end] in "01234567":
                end += 1
            out.append(chr(int(text[i + 1:end], 8)))
            i = end
        else:
            out.append("\\" + c)
            i += 2
    return "".join(out), length


def unicode_escape_decode(data, errors=None, final=True, /):
    text = data if isinstance(data, str) else bytes(data).decode("latin-1")
    return _unicode_escapes(text, errors, False, len(data))


def raw_unicode_escape_encode(str, errors=None, /):
    return "".join(c if ord(c) < 256 else _escaped(ord(c)) for c in str).encode("latin-1"), len(str)


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    text = data if isinstance(data, str) else bytes(data).decode("latin-1")
    return _unicode_escapes(text, errors, True, len(data))


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode(bytes(data), errors, byteorder, final, 2, b"\xff\xfe", b"\xfe\xff", utf_16_le_decode, utf_16_be_decode)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _ex_decode(bytes(data), errors, byteorder, final, 4, b"\xff\xfe\0\0", b"\0\0\xfe\xff", utf_32_le_decode, utf_32_be_decode)


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


def utf_7_encode(str, errors=None, /):
    from base64 import b64encode
    out, pending = [], []

    def flush():
        if pending:
            packed = b64encode("".join(pending).encode("utf-16-be")).rstrip(b"=").decode()
            out.append("+" + packed + "-")
            pending.clear()

    for c in str:
        if c == "+":
            flush()
            out.append("+-")
        elif 32 <= ord(c) < 127 and c not in "\\~" or c in "\t\n\r":
            flush()
            out.append(c)
        else:
            pending.append(c)
    flush()
    return "".join(out).encode("ascii"), len(str)


def utf_7_decode(data, errors=None, final=False, /):
    from base64 import b64decode
    text = bytes(data).decode("ascii")
    out, i = [], 0
    while i < len(text):
        if text[i] != "+":
            out.append(text[i])
            i += 1
            continue
        end = i + 1
        while end < len(text) and (text[end].isalnum() or text[end] in "+/"):
            end += 1
        part = text[i + 1:end]
        if part:
            packed = b64decode(part + "=" * (-len(part) % 4))
            out.append(packed[:len(packed) & ~1].decode("utf-16-be"))
        elif text[end:end + 1] == "-":
            out.append("+")
        i = end + 1 if text[end:end + 1] == "-" else end
    return "".join(out), len(data)
