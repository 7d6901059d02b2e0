"""What `string.Formatter` takes formats apart with."""


def formatter_parser(format_string, /):
    """Give (literal, field name, format, conversion) for each part of a format string."""
    if not isinstance(format_string, str):
        raise TypeError(f"expected str, got {type(format_string).__name__}")
    return _parts(format_string)


def _parts(text):
    at, end = 0, len(text)
    while at < end:
        literal = []
        is_field = False
        while at < end:
            c = text[at]
            at += 1
            if c == "{":
                if at >= end:
                    raise ValueError("Single '{' encountered in format string")
                if text[at] == "{":
                    at += 1
                    literal.append("{")
                    break
                is_field = True
                break
            if c == "}":
                if at >= end or text[at] != "}":
                    raise ValueError("Single '}' encountered in format string")
                at += 1
                literal.append("}")
                break
            literal.append(c)
        literal = "".join(literal)
        if not is_field:
            yield literal, None, None, None
            continue
        start, depth = at, 1
        while at < end:
            c = text[at]
            if c == "{":
                depth += 1
            elif c == "}":
                depth -= 1
                if depth == 0:
                    break
            at += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        field = text[start:at]
        at += 1
        yield (literal, *_field(field))


def _field(field):
    depth, i = 0, 0
    while i < len(field):
        c = field[i]
        if c == "[":
            depth += 1
        elif c == "]":
            depth = max(depth - 1, 0)
        elif c == "{":
            raise ValueError("unexpected '{' in field name")
        elif depth == 0 and c in "!:":
            break
        i += 1
    name, rest = field[:i], field[i:]
    conversion = None
    if rest[:1] == "!":
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_field_name_split(field_name, /):
    """Give the first part of a field name and an iterator over the others, as (is attribute, name)."""
    if not isinstance(field_name, str):
        raise TypeError(f"expected str, got {type(field_name).__name__}")
    end = 0
    while end < len(field_name) and field_name[end] not in ".[":
        end += 1
    first = field_name[:end]
    return (int(first) if first.isdecimal() else first), _rest(field_name, end)


def _rest(name, at):
    while at < len(name):
        is_attribute = name[at] == "."
        if not is_attribute and name[at] != "[":
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        start = at + 1
        if is_attribute:
            at = start
            while at < len(name) and name[at] not in ".[":
                at += 1
            part = name[start:at]
        else:
            at = name.find("]", start)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            part = name[start:at]
            at += 1
        if not part:
            raise ValueError("Empty attribute in format string")
        yield is_attribute, (int(part) if not is_attribute and part.isdecimal() else part)
