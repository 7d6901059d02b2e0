"""Comma-separated values."""

import re

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"

_dialects = {}
_limit = 131072


class Error(Exception):
    __module__ = "_csv"


def field_size_limit(new_limit=None):
    global _limit
    before = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return before


_DEFAULTS = {"delimiter": ",", "quotechar": '"', "escapechar": None, "doublequote": True, "skipinitialspace": False,
             "lineterminator": "\r\n", "quoting": QUOTE_MINIMAL, "strict": False}


def _character(name, value, may_be_none):
    if value is None and may_be_none:
        return
    if not isinstance(value, str):
        what = "a unicode character or None" if may_be_none else "a unicode character"
        raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
    if len(value) != 1:
        what = "a unicode character or None" if may_be_none else "a unicode character"
        raise TypeError(f'"{name}" must be {what}, not a string of length {len(value)}')
    if value in "\r\n":
        raise ValueError(f"bad {name} value")


class Dialect:
    __slots__ = tuple(_DEFAULTS)

    def __new__(cls, dialect=None, **kwargs):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in kwargs:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if not kwargs and type(dialect) is Dialect:
            return dialect
        self = object.__new__(cls)
        for name, default in _DEFAULTS.items():
            value = kwargs[name] if name in kwargs else getattr(dialect, name, default)
            if name in ("doublequote", "skipinitialspace", "strict"):
                value = bool(value)
            object.__setattr__(self, name, value)
        _character("delimiter", self.delimiter, False)
        _character("quotechar", self.quotechar, True)
        _character("escapechar", self.escapechar, True)
        quoting = self.quoting
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(quoting).__name__)
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and self.quotechar is None:
            if "quotechar" in kwargs and "quoting" not in kwargs:
                object.__setattr__(self, "quoting", QUOTE_NONE)
            else:
                raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __reduce__(self):
        raise TypeError("cannot pickle 'Dialect' instances")


Dialect.__module__ = "_csv"


def register_dialect(name, dialect=None, /, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


_START, _FIELD, _QUOTED, _QUOTE_IN_QUOTED, _ESCAPED, _ESCAPED_IN_QUOTED = range(6)


class _Reader:
    def __init__(self, lines, dialect=None, **fmtparams):
        self._lines = iter(lines)
        self.dialect = Dialect(dialect, **fmtparams)
        self.line_num = 0
        d = self.dialect
        specials = "".join(c for c in (d.delimiter, d.quotechar, d.escapechar) if c)
        self._plain = re.compile("[^" + re.escape(specials + "\r\n") + "]*").match
        # A line without quotes and escapes is split at once.
        self._simple = d.quoting in (QUOTE_MINIMAL, QUOTE_ALL) and not d.skipinitialspace

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        line = self._line()
        if self._simple and (d.quotechar is None or d.quotechar not in line) and (d.escapechar is None or d.escapechar not in line):
            body = line.rstrip("\r\n")
            if "\r" not in body and "\n" not in body and len(body) <= _limit:
                return body.split(d.delimiter) if body else []
        return self._parse(line)

    def _parse(self, line):
        d = self.dialect
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting
        fields, parts = [], []
        state, was_quoted = _START, False

        def save():
            text = "".join(parts)
            parts.clear()
            if len(text) > _limit:
                raise Error(f"field larger than field limit ({_limit})")
            if quoting == QUOTE_NONNUMERIC and not was_quoted:
                fields.append(float(text))
            elif quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not was_quoted and not text:
                fields.append(None)
            elif quoting == QUOTE_STRINGS and not was_quoted:
                fields.append(float(text))
            else:
                fields.append(text)

        any_field = False
        while True:
            i, n = 0, len(line)
            ended = False
            while i < n:
                c = line[i]
                if state in (_START, _FIELD) and c in "\r\n":
                    rest = line[i:].lstrip("\r\n")
                    if rest:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                    ended = True
                    break
                i += 1
                if state == _START:
                    was_quoted = False
                    any_field = True
                    if c == quote and quoting != QUOTE_NONE:
                        state, was_quoted = _QUOTED, True
                    elif c == escape:
                        state = _ESCAPED
                    elif c == " " and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        save()
                    else:
                        state = _FIELD
                        end = self._plain(line, i).end()
                        parts.append(line[i - 1:end])
                        i = end
                elif state == _FIELD:
                    if c == escape:
                        state = _ESCAPED
                    elif c == delimiter:
                        save()
                        state = _START
                        was_quoted = False
                    else:
                        end = self._plain(line, i).end()
                        parts.append(line[i - 1:end])
                        i = end
                elif state == _QUOTED:
                    if c == escape:
                        state = _ESCAPED_IN_QUOTED
                    elif c == quote:
                        state = _QUOTE_IN_QUOTED if d.doublequote else _FIELD
                    else:
                        end = i
                        while end < n and line[end] != quote and line[end] != escape:
                            end += 1
                        parts.append(line[i - 1:end])
                        i = end
                elif state == _QUOTE_IN_QUOTED:
                    if c == quote and quoting != QUOTE_NONE:
                        parts.append(c)
                        state = _QUOTED
                    elif c == delimiter:
                        save()
                        state = _START
                        was_quoted = False
                    elif c in "\r\n":
                        ended = True
                        break
                    elif not d.strict:
                        parts.append(c)
                        state = _FIELD
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif state == _ESCAPED:
                    parts.append(c)
                    state = _FIELD
                else:
                    parts.append(c)
                    state = _QUOTED
            if state in (_QUOTED, _ESCAPED_IN_QUOTED, _ESCAPED) and not ended:
                if state != _QUOTED:
                    parts.append("\n")
                    state = _QUOTED if state == _ESCAPED_IN_QUOTED else _FIELD
                try:
                    line = self._line()
                except StopIteration:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    save()
                    return fields
                continue
            if state != _START or any_field:
                if state == _START:
                    was_quoted = False
                save()
            return fields


_Reader.__module__ = "_csv"
_Reader.__name__ = _Reader.__qualname__ = "reader"


def reader(iterable, /, dialect=None, **fmtparams):
    return _Reader(iterable, dialect, **fmtparams)


class _Writer:
    def __init__(self, file, dialect=None, **fmtparams):
        if not callable(getattr(file, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = Dialect(dialect, **fmtparams)
        d = self.dialect
        specials = "".join(c for c in (d.delimiter, d.quotechar, d.escapechar, d.lineterminator) if c)
        self._special = re.compile("[" + re.escape(specials + "\r\n") + "]").search

    def _field(self, value, alone):
        d = self.dialect
        quoting = d.quoting
        is_number = False
        if isinstance(value, str):
            text = value
        elif value is None:
            text = ""
        else:
            is_number = isinstance(value, (int, float))
            text = str(value)
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            try:
                quoted = not is_number and not hasattr(value, "__float__")
            except Exception:
                quoted = True
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        if not quoted and self._special(text) is None:
            if text or not alone:
                if not (d.skipinitialspace and d.delimiter == " " and not text) and not (quoting != QUOTE_NONE and text[:1] == " " and d.skipinitialspace):
                    return text
            if quoting == QUOTE_NONE or value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("single empty field record must be quoted")
            quoted = True
        quote, escape = d.quotechar, d.escapechar
        out = []
        for c in text:
            special = c in (d.delimiter, escape, quote) or c in "\r\n" or c in d.lineterminator
            if special and quoting == QUOTE_NONE:
                if escape is None:
                    raise Error("need to escape, but no escapechar set")
                out.append(escape)
            elif special:
                if c == quote:
                    if d.doublequote:
                        out.append(quote)
                    elif escape is None:
                        raise Error("need to escape, but no escapechar set")
                    else:
                        out.append(escape)
                elif c == escape:
                    out.append(escape)
                if c != quote or d.doublequote:
                    quoted = True
            out.append(c)
        text = "".join(out)
        return quote + text + quote if quoted else text

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        alone = len(row) == 1
        d = self.dialect
        return self._write(d.delimiter.join([self._field(value, alone) for value in row]) + d.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__module__ = "_csv"
_Writer.__name__ = _Writer.__qualname__ = "writer"


def writer(fileobj, /, dialect=None, **fmtparams):
    return _Writer(fileobj, dialect, **fmtparams)


Reader, Writer = _Reader, _Writer
