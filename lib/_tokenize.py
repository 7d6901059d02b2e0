"""The tokens behind `tokenize`: those of CPython's own tokenizer when it is asked for comments and line ends too."""

import re as _re
from token import (
    COMMENT, DEDENT, ENDMARKER, EXACT_TOKEN_TYPES, FSTRING_END, FSTRING_MIDDLE, FSTRING_START, INDENT, NAME, NEWLINE, NL,
    NUMBER, OP, STRING, TSTRING_END, TSTRING_MIDDLE, TSTRING_START,
)

_TAB = 8
_DEPTH_MAX = 100
_number = _re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?"
    r"|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]?").match
_name = _re.compile(r"[^\W\d]\w*").match
_string = _re.compile(r"([bBrRuU]|[bB][rR]|[rR][bB])?('''|\"\"\"|'|\")").match
_template = _re.compile(r"([fFtT]|[fFtT][rR]|[rR][fFtT])('''|\"\"\"|'|\")").match
_after_number = _re.compile(r"(and|else|for|if|in|is|not|or)\b|\W|$").match
_kind_of_number = {"x": "hexadecimal", "o": "octal", "b": "binary"}
_operators = {n: frozenset(op for op in EXACT_TOKEN_TYPES if len(op) == n) for n in (1, 2, 3)}
_pairs = {")": "(", "]": "[", "}": "{"}


class _Template:
    """An f-string or t-string that is open."""

    def __init__(self, kind, quote, is_raw, depth):
        self.kind, self.quote, self.is_raw = kind, quote, is_raw
        # Brackets open outside; fields open inside as [brackets outside, is in its format].
        self.depth, self.fields = depth, []


class TokenizerIter:
    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        self._readline = readline
        self._encoding = encoding
        self._extra = extra_tokens
        self._tokens = self._all()

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            token = next(self._tokens)
            if self._extra:
                return token
            kind, text, *rest = token
            if kind in (COMMENT, NL):
                continue
            return (EXACT_TOKEN_TYPES.get(text, kind) if kind == OP else kind, text, *rest)

    def _line(self):
        try:
            line = self._readline()
        except StopIteration:
            return ""
        if isinstance(line, (bytes, bytearray)):
            line = bytes(line).decode(self._encoding or "utf-8")
        elif not isinstance(line, str):
            raise TypeError("readline() returned a non-string object")
        return line[:-2] + "\n" if line.endswith("\r\n") else line

    def _error(self, message, column=None, row=None, kind=SyntaxError):
        column = self.column if column is None else column
        return kind(message, ("<string>", row or self.row, column + 1, self.line, row or self.row, column + 1))

    def _token(self, kind, text, start, end=None):
        self.column = end[1] if end else start + len(text)
        return kind, text, (self.row, start), end or (self.row, self.column), self.line

    def _next_line(self):
        """Goes on to the next line; answers whether there is one."""
        self.line = self._line()
        self.row += 1
        self.column = 0
        if not self.line:
            return False
        # CPython's tokenizer ends the last line itself.
        self.is_ended = self.line.endswith("\n")
        return True

    def _all(self):
        self.row, self.column, self.line, self.is_ended = 0, 0, "", True
        self.brackets, self.templates, indents = [], [], [(0, 0)]
        continued = False
        while self._next_line():
            if not self.brackets and not self.templates and not continued:
                yield from self._indentation(indents)
            continued = False
            while self.column < len(self.line) or self._in_text():
                if self._in_text():
                    yield from self._text_of_template()
                    continue
                c = self.line[self.column]
                if c in " \t\f":
                    self.column += 1
                elif c == "\\" and self.line[self.column + 1:].rstrip("\r") in ("\n", ""):
                    if self.line[self.column + 1:] == "":
                        raise self._error("unexpected EOF while parsing")
                    continued = True
                    break
                elif c in "\r\n":
                    yield self._end_of_line()
                    break
                else:
                    yield from self._one(c)
            else:
                if not self.is_ended and not self.brackets and not self.templates:
                    yield from self._missing_end()
        if self.brackets or continued:
            raise self._error("unexpected EOF in multi-line statement", 0)
        self.line = ""
        for _ in indents[1:]:
            yield DEDENT, "", (self.row, 0), (self.row, 0), ""
        yield ENDMARKER, "", (self.row, 0), (self.row, 0), ""

    def _missing_end(self):
        kind = NEWLINE if self.is_code else NL
        at = len(self.line)
        yield kind, "", (self.row, at), (self.row, at + 1), self.line

    def _end_of_line(self):
        kind = NL if self.brackets or not self.is_code else NEWLINE
        start = self.column
        token = kind, self.line[start:], (self.row, start), (self.row, start + 1), self.line
        self.column = len(self.line)
        return token

    def _indentation(self, indents):
        column = alternative = at = 0
        for c in self.line:
            if c == " ":
                column, alternative = column + 1, alternative + 1
            elif c == "\t":
                column, alternative = (column // _TAB + 1) * _TAB, alternative + 1
            elif c == "\f":
                column = alternative = 0
            else:
                break
            at += 1
        self.column = at
        rest = self.line[at:]
        self.is_code = not (rest[:1] in ("#", "\r", "\n", "") or rest.strip() == "")
        if not self.is_code or rest.rstrip("\r\n") == "\\":
            return
        if column == indents[-1][0]:
            if alternative != indents[-1][1]:
                raise self._error("inconsistent use of tabs and spaces in indentation", kind=TabError)
        elif column > indents[-1][0]:
            if alternative <= indents[-1][1]:
                raise self._error("inconsistent use of tabs and spaces in indentation", kind=TabError)
            if len(indents) >= _DEPTH_MAX:
                raise self._error("too many levels of indentation", kind=IndentationError)
            indents.append((column, alternative))
            yield self._token(INDENT, self.line[:at], 0)
        while column < indents[-1][0]:
            indents.pop()
            if column > indents[-1][0]:
                raise self._error("unindent does not match any outer indentation level", kind=IndentationError)
            yield self._token(DEDENT, "", at)

    def _one(self, c):
        """The token at the column, which is neither space nor the end of the line."""
        line, start = self.line, self.column
        if c == "#":
            yield self._token(COMMENT, line[start:].rstrip("\r\n"), start)
            return
        self.is_code = True
        if found := _template(line, start):
            kind = TSTRING_START if "t" in found[1].lower() else FSTRING_START
            opened = _Template(kind, found[2], "r" in found[1].lower(), len(self.brackets))
            opened.place = self.row, start
            self.templates.append(opened)
            yield self._token(kind, found[0], start)
        elif found := _string(line, start):
            yield self._plain_string(start, found[2], found.end())
        elif c.isdigit() and c.isascii() or c == "." and line[start + 1:start + 2].isdecimal():
            yield self._number(start)
        elif found := _name(line, start):
            if not found[0].isidentifier():
                bad = next(c for i, c in enumerate(found[0]) if not found[0][:i + 1].isidentifier())
                raise self._error(f"invalid character '{bad}' (U+{ord(bad):04X})")
            yield self._token(NAME, found[0], start)
        else:
            yield self._operator(c, start)

    def _number(self, start):
        text = _number(self.line, start)[0]
        end = start + len(text)
        if not _after_number(self.line, end) or text[0] == "0" and text.isdecimal() and text.strip("0_"):
            if text[0] == "0" and text.strip("0_") and text.isdecimal():
                raise self._error("leading zeros in decimal integer literals are not permitted; "
                                  "use an 0o prefix for octal integers", start)
            kind = _kind_of_number.get(self.line[start + 1:start + 2].lower(), "decimal") if text[0] == "0" else "decimal"
            if text[-1] in "jJ":
                kind = "imaginary"
            raise self._error(f"invalid {kind} literal", end - 1)
        return self._token(NUMBER, text, start)

    def _operator(self, c, start):
        line = self.line
        field = self.templates[-1].fields[-1] if self.templates and self.templates[-1].fields else None
        outermost = field is not None and len(self.brackets) == field[0]
        for n in (3, 2):
            text = line[start:start + n]
            if text in _operators[n] and not (outermost and text[0] in ":!" and text != "!="):
                return self._token(OP, text, start)
        if not c.isascii() or not c.isprintable():
            what = f"character '{c}'" if c.isprintable() else "non-printable character"
            code = f"(U+{ord(c):04X})" if c.isprintable() else f"U+{ord(c):04X}"
            raise self._error(f"invalid {what} {code}")
        if c in "([{":
            self.brackets.append((c, self.row))
        elif c in ")]}":
            if outermost and c == "}":
                self.templates[-1].fields.pop()
            elif not self.brackets:
                raise self._error(f"unmatched '{c}'")
            elif self.brackets[-1][0] != _pairs[c]:
                opened, row = self.brackets[-1]
                where = "" if row == self.row else f" on line {row}"
                raise self._error(f"closing parenthesis '{c}' does not match opening parenthesis '{opened}'{where}")
            else:
                self.brackets.pop()
        elif outermost and c == ":":
            field[1] = True
        return self._token(OP, c, start)

    def _plain_string(self, start, quote, at):
        row, lines = self.row, self.line
        while True:
            line = self.line
            while at < len(line):
                if line[at] == "\\":
                    at += 2
                elif line.startswith(quote, at):
                    return self._closed(row, start, lines, at + len(quote))
                elif line[at] == "\n" and len(quote) == 1:
                    break
                else:
                    at += 1
            if len(quote) == 1 and not (at > len(line) - 1 and line.endswith("\\\n")):
                raise self._error(f"unterminated string literal (detected at line {self.row})", start, row)
            if not self._next_line():
                raise self._error("unterminated triple-quoted string literal" if len(quote) == 3 else
                                  f"unterminated string literal (detected at line {row})", start, row)
            lines += self.line
            at = 0

    def _closed(self, row, start, lines, end):
        """The token of a string from (row, start) to here, over `lines`."""
        self.column = end
        text = lines[start:len(lines) - len(self.line) + end]
        return STRING, text, (row, start), (self.row, end), lines

    def _in_text(self):
        if not self.templates:
            return False
        fields = self.templates[-1].fields
        return not fields or fields[-1][1] and len(self.brackets) == fields[-1][0]

    def _text_of_template(self):
        """Literal text up to the next field, brace or end of the string."""
        template = self.templates[-1]
        in_format = bool(template.fields)
        quote, middle, end = template.quote, template.kind + 1, template.kind + 2
        row, start, lines, at = self.row, self.column, self.line, self.column
        while True:
            line = self.line
            if at >= len(line) or line[at] == "\n" and len(quote) == 1:
                if at < len(line) and in_format or len(quote) == 1 and at < len(line):
                    raise self._error(f"unterminated {'ft'[template.kind == TSTRING_START]}-string literal "
                                      f"(detected at line {self.row})", template.place[1], template.place[0])
                if not self._next_line():
                    raise self._error("unterminated triple-quoted f-string literal", template.place[1], template.place[0])
                lines += self.line
                at = 0
                continue
            c = line[at]
            if line.startswith(quote, at):
                break
            if c == "\\":
                if line.startswith("N{", at + 1) and not template.is_raw:
                    closing = line.find("}", at)
                    at = closing + 1 if closing > 0 else at + 3
                elif line[at + 1:at + 2] in "{}":
                    at += 1
                else:
                    if line[at + 1:at + 2] == "\n" and len(quote) == 1:
                        self._next_line_in(template)
                        lines += self.line
                        at = 0
                        continue
                    at += 2
                continue
            if c in "{}":
                if line[at + 1:at + 2] == c and not in_format:
                    yield self._middle(middle, row, start, lines, at + 1)
                    self.column = at + 2
                    return
                break
            at += 1
        # CPYTHON: a format ends with a piece of text, which may be empty.
        if (row, start) != (self.row, at) or in_format and line[at] == "}":
            yield self._middle(middle, row, start, lines, at)
        self.column = at
        if line.startswith(quote, at) and not in_format:
            self.templates.pop()
            yield self._token(end, quote, at)
        elif line[at] == "{":
            template.fields.append([len(self.brackets), False])
            yield self._token(OP, "{", at)
        elif line[at] == "}" and in_format:
            template.fields.pop()
            yield self._token(OP, "}", at)
        elif line[at] == "}":
            raise self._error("f-string: single '}' is not allowed", at)
        else:
            raise self._error("f-string: expecting '}'", at)

    def _next_line_in(self, template):
        if not self._next_line():
            raise self._error("unterminated f-string literal", template.place[1], template.place[0])

    def _middle(self, kind, row, start, lines, end):
        text = lines[start:len(lines) - len(self.line) + end]
        self.column = end
        return kind, text, (row, start), (self.row, end), lines
