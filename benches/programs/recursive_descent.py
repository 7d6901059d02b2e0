"""A tokenizer, a recursive-descent parser and an evaluator for a small language, over a text it generates itself."""

import sys

KEYWORDS = {"let", "in", "if", "then", "else", "fn"}
OPERATORS = ("<=", ">=", "==", "!=", "->", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", ",")
BINDING = {
    "==": 1, "!=": 1, "<": 2, "<=": 2, ">": 2, ">=": 2,
    "+": 3, "-": 3, "*": 4, "/": 4, "%": 4,
}


class ParseError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")
        self.line = line


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenize(source):
    tokens = []
    i, line, end = 0, 1, len(source)
    while i < end:
        ch = source[i]
        if ch == "\n":
            line += 1
            i += 1
        elif ch.isspace():
            i += 1
        elif ch == "#":
            while i < end and source[i] != "\n":
                i += 1
        elif ch.isdigit():
            start = i
            while i < end and source[i].isdigit():
                i += 1
            tokens.append(Token("number", source[start:i], line))
        elif ch.isalpha() or ch == "_":
            start = i
            while i < end and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            tokens.append(Token("keyword" if word in KEYWORDS else "name", word, line))
        else:
            for op in OPERATORS:
                if source.startswith(op, i):
                    tokens.append(Token("op", op, line))
                    i += len(op)
                    break
            else:
                raise ParseError(f"unexpected {ch!r}", line)
    tokens.append(Token("end", "", line))
    return tokens


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, scope):
        return self.value

    def size(self):
        return 1


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, scope):
        while scope is not None:
            names, parent = scope
            if self.name in names:
                return names[self.name]
            scope = parent
        raise NameError(self.name)

    def size(self):
        return 1


class Negate:
    def __init__(self, operand):
        self.operand = operand

    def evaluate(self, scope):
        return -self.operand.evaluate(scope)

    def size(self):
        return 1 + self.operand.size()


class Binary:
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right

    def evaluate(self, scope):
        a = self.left.evaluate(scope)
        b = self.right.evaluate(scope)
        match self.op:
            case "+":
                return (a + b) % 1_000_000_007
            case "-":
                return a - b
            case "*":
                return a * b % 1_000_000_007
            case "/":
                return a // b
            case "%":
                return a % b
            case "<":
                return int(a < b)
            case "<=":
                return int(a <= b)
            case ">":
                return int(a > b)
            case ">=":
                return int(a >= b)
            case "==":
                return int(a == b)
            case "!=":
                return int(a != b)

    def size(self):
        return 1 + self.left.size() + self.right.size()


class Let:
    def __init__(self, name, value, body):
        self.name = name
        self.value = value
        self.body = body

    def evaluate(self, scope):
        return self.body.evaluate(({self.name: self.value.evaluate(scope)}, scope))

    def size(self):
        return 1 + self.value.size() + self.body.size()


class If:
    def __init__(self, test, then, other):
        self.test = test
        self.then = then
        self.other = other

    def evaluate(self, scope):
        return (self.then if self.test.evaluate(scope) else self.other).evaluate(scope)

    def size(self):
        return 1 + self.test.size() + self.then.size() + self.other.size()


class Function:
    def __init__(self, params, body):
        self.params = params
        self.body = body

    def evaluate(self, scope):
        def call(args):
            return self.body.evaluate((dict(zip(self.params, args)), scope))
        return call

    def size(self):
        return 1 + self.body.size()


class Call:
    def __init__(self, callee, args):
        self.callee = callee
        self.args = args

    def evaluate(self, scope):
        return self.callee.evaluate(scope)([arg.evaluate(scope) for arg in self.args])

    def size(self):
        return 1 + self.callee.size() + sum(arg.size() for arg in self.args)


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    @property
    def current(self):
        return self.tokens[self.at]

    def accept(self, text):
        token = self.tokens[self.at]
        if token.text == text and token.kind in ("op", "keyword"):
            self.at += 1
            return True
        return False

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, got {self.current.text!r}", self.current.line)

    def name(self):
        token = self.current
        if token.kind != "name":
            raise ParseError(f"expected a name, got {token.text!r}", token.line)
        self.at += 1
        return token.text

    def expression(self):
        if self.accept("let"):
            name = self.name()
            self.expect("=")
            value = self.expression()
            self.expect("in")
            return Let(name, value, self.expression())
        if self.accept("if"):
            test = self.expression()
            self.expect("then")
            then = self.expression()
            self.expect("else")
            return If(test, then, self.expression())
        if self.accept("fn"):
            params = [self.name()]
            while self.accept(","):
                params.append(self.name())
            self.expect("->")
            return Function(params, self.expression())
        return self.binary(1)

    def binary(self, floor):
        left = self.unary()
        while True:
            op = self.current.text
            power = BINDING.get(op, 0)
            if power < floor:
                return left
            self.at += 1
            left = Binary(op, left, self.binary(power + 1))

    def unary(self):
        if self.accept("-"):
            return Negate(self.unary())
        node = self.primary()
        while self.accept("("):
            args = []
            while not self.accept(")"):
                args.append(self.expression())
                if self.current.text != ")":
                    self.expect(",")
            node = Call(node, args)
        return node

    def primary(self):
        token = self.current
        if token.kind == "number":
            self.at += 1
            return Number(int(token.text))
        if token.kind == "name":
            self.at += 1
            return Name(token.text)
        if self.accept("("):
            node = self.expression()
            self.expect(")")
            return node
        raise ParseError(f"unexpected {token.text or 'end of text'!r}", token.line)


def generate(lines, seed):
    """A text of `lines` expressions, from a linear congruential generator."""
    state = seed
    out = []
    for number in range(lines):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        a, b, c = state % 97 + 1, state // 97 % 89 + 1, state // 8633 % 7
        forms = (
            f"let x = {a} in let y = x * {b} in x + y * (y - {c}) % {a}",
            f"if {a} < {b} then {a} * -{b} + {c} else ({a} - {b}) * {c}",
            f"(fn p, q -> p * p + q / {b})({a} + {c}, {b} * {a})",
            f"let twice = fn f, v -> f(f(v)) in twice(fn n -> n * {a} + {c}, {b})  # nested calls",
            f"{a} + {b} * {c} - {a} / {b} + ({c} + {a}) * ({b} >= {a})",
            f"let unused_{number} = {a} in {b} +" if number % 50 == 49 else f"{a} == {b}",
        )
        out.append(forms[state // 7919 % len(forms)])
    return out


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 14000
    checksum = nodes = tokens_seen = 0
    errors = []
    for number, text in enumerate(generate(lines, 42), 1):
        tokens = tokenize(text)
        tokens_seen += len(tokens)
        parser = Parser(tokens)
        try:
            tree = parser.expression()
            if parser.current.kind != "end":
                raise ParseError(f"left over {parser.current.text!r}", parser.current.line)
        except ParseError as error:
            errors.append(f"{number}: {error}")
            continue
        nodes += tree.size()
        checksum = (checksum * 33 + tree.evaluate(None)) % 1_000_000_007
    print(f"lines {lines}, tokens {tokens_seen}, nodes {nodes}, errors {len(errors)}")
    for error in errors[:5]:
        print(error)
    print(f"checksum {checksum}")


if __name__ == "__main__":
    main()
