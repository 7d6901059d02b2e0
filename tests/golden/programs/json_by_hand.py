"""JSON, encoded and decoded by hand, with places in the errors."""


class JSONError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        super().__init__(f"{message}: line {line} column {column} (char {at})")


ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
REVERSE = {v: k for k, v in ESCAPES.items() if v != "/"}


class Decoder:
    def __init__(self, text):
        self.text, self.at = text, 0

    def error(self, message, at=None):
        return JSONError(message, self.text, self.at if at is None else at)

    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\n\r":
            self.at += 1

    def peek(self):
        self.skip()
        return self.text[self.at] if self.at < len(self.text) else ""

    def value(self):
        match self.peek():
            case "":
                raise self.error("Expecting value")
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case c if c == "-" or c.isdigit():
                return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise self.error("Expecting value")

    def object(self):
        result = {}
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                raise self.error("Expecting property name")
            key = self.string()
            if self.peek() != ":":
                raise self.error("Expecting ':' delimiter")
            self.at += 1
            result[key] = self.value()
            c = self.peek()
            self.at += 1
            if c == "}":
                return result
            if c != ",":
                raise self.error("Expecting ',' delimiter", self.at - 1)

    def array(self):
        result = []
        self.at += 1
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            c = self.peek()
            self.at += 1
            if c == "]":
                return result
            if c != ",":
                raise self.error("Expecting ',' delimiter", self.at - 1)

    def string(self):
        start = self.at
        self.at += 1
        parts = []
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(parts)
            if c != "\\":
                parts.append(c)
                continue
            c = self.text[self.at:self.at + 1]
            self.at += 1
            if c == "u":
                parts.append(chr(int(self.text[self.at:self.at + 4], 16)))
                self.at += 4
            elif c in ESCAPES and c:
                parts.append(ESCAPES[c])
            else:
                raise self.error("Invalid \\escape", self.at - 2)
        raise self.error("Unterminated string", start)

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.eE0123456789":
            self.at += 1
        text = self.text[start:self.at]
        try:
            return int(text)
        except ValueError:
            try:
                return float(text)
            except ValueError:
                raise self.error(f"Bad number {text!r}", start) from None


def loads(text):
    decoder = Decoder(text)
    value = decoder.value()
    if decoder.peek():
        raise decoder.error("Extra data")
    return value


def dumps(value, indent=None, level=0):
    gap = "" if indent is None else "\n" + " " * indent * (level + 1)
    end = "" if indent is None else "\n" + " " * indent * level
    match value:
        case None:
            return "null"
        case True:
            return "true"
        case False:
            return "false"
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join("\\" + REVERSE[c] if c in REVERSE else c if c >= " " else f"\\u{ord(c):04x}" for c in value) + '"'
        case list() | tuple() if not value:
            return "[]"
        case dict() if not value:
            return "{}"
        case list() | tuple():
            return "[" + ",".join(gap + dumps(v, indent, level + 1) for v in value) + end + "]"
        case dict():
            return "{" + ",".join(f"{gap}{dumps(str(k))}:{' ' if indent else ''}{dumps(v, indent, level + 1)}" for k, v in value.items()) + end + "}"
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


data = {"name": "Ünï \"q\" \\ \n", "list": [1, -2.5, 1e100, True, None, []], "nested": {"a": {"b": [{}]}}, "3": (1, 2)}
text = dumps(data)
print(text)
print(dumps(data, indent=2))
print(loads(text) == {**data, "3": [1, 2]}, loads(' [1, "a\\u00e9\\n", {"k": [ ]}] '), loads("-0.5e-3"), loads('"\\ud83d"') == "\ud83d")
for bad in ("", "{", "[1,", "[1 2]", '{"a" 1}', "{1: 2}", '"abc', '"\\x"', "tru", "1 2", "[1,\n 2,\n x]", "-", "1.2.3", '{"a": 1,}', "nul"):
    try:
        print(loads(bad))
    except JSONError as error:
        print(error)
try:
    dumps({"k": {1, 2}})
except TypeError as error:
    print(error)
big = {f"key{i}": [i, i / 4, str(i) * 3, {"deep": [i] * 3}] for i in range(200)}
print(loads(dumps(big)) == big, len(dumps(big)), len(dumps(big, 4)))
