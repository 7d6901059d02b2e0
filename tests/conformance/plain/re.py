"""A small backtracking matcher for the patterns that tests of error texts use."""

IGNORECASE = I = 2
DOTALL = S = 16
VERBOSE = X = 64
MULTILINE = M = 8
ASCII = A = 256


class error(Exception):
    pass


SPECIAL = set("\\.^$*+?{}[]()|-&~#")
CLASSES = {"d": str.isdigit, "w": lambda c: c.isalnum() or c == "_", "s": str.isspace}
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def escape(text):
    return "".join("\\" + c if c in SPECIAL or c.isspace() else c for c in text)


class Parser:
    """Nodes are functions of (text, at) that yield ends."""

    def __init__(self, pattern):
        self.pattern, self.at = pattern, 0

    def more(self, stop=")"):
        return self.at < len(self.pattern) and self.pattern[self.at] not in stop

    def take(self):
        self.at += 1
        return self.pattern[self.at - 1]

    def alternatives(self):
        branches = [self.sequence()]
        while self.at < len(self.pattern) and self.pattern[self.at] == "|":
            self.at += 1
            branches.append(self.sequence())
        return either(branches) if len(branches) > 1 else branches[0]

    def sequence(self):
        nodes = []
        while self.more("|)"):
            nodes.append(self.repeated(self.atom()))
        return in_order(nodes)

    def repeated(self, node):
        while self.at < len(self.pattern) and self.pattern[self.at] in "*+?{":
            mark = self.take()
            low, high = {"*": (0, 10**6), "+": (1, 10**6), "?": (0, 1), "{": (0, 0)}[mark]
            if mark == "{":
                end = self.pattern.index("}", self.at)
                bounds = self.pattern[self.at:end].split(",")
                self.at = end + 1
                low = int(bounds[0] or 0)
                high = low if len(bounds) == 1 else int(bounds[1] or 10**6)
            lazy = self.at < len(self.pattern) and self.pattern[self.at] == "?"
            self.at += lazy
            node = many(node, low, high, lazy)
        return node

    def atom(self):
        mark = self.take()
        if mark == "(":
            if self.pattern.startswith("?:", self.at):
                self.at += 2
            elif self.pattern.startswith("?P<", self.at):
                self.at = self.pattern.index(">", self.at) + 1
            node = self.alternatives()
            self.at += 1
            return node
        if mark == "[":
            return one(self.set())
        if mark == ".":
            return one(lambda c: c != "\n")
        if mark == "^":
            return lambda text, at: [at] if at == 0 else []
        if mark == "$":
            return lambda text, at: [at] if at == len(text) or text[at:] == "\n" else []
        if mark == "\\":
            return self.escaped()
        return one(lambda c: c == mark)

    def escaped(self):
        mark = self.take()
        if mark in "AZz":
            return lambda text, at: [at] if at == (0 if mark == "A" else len(text)) else []
        if mark == "b":
            return boundary
        return one(self.class_of(mark))

    def class_of(self, mark):
        if mark.lower() in CLASSES:
            test = CLASSES[mark.lower()]
            return test if mark.islower() else lambda c: not test(c)
        wanted = ESCAPES.get(mark, mark)
        return lambda c: c == wanted

    def set(self):
        negated = self.pattern[self.at] == "^"
        self.at += negated
        tests, first = [], True
        while first or self.pattern[self.at] != "]":
            first, mark = False, self.take()
            if mark == "\\":
                tests.append(self.class_of(self.take()))
            elif self.pattern[self.at] == "-" and self.pattern[self.at + 1] != "]":
                self.at += 1
                tests.append(lambda c, low=mark, high=self.take(): low <= c <= high)
            else:
                tests.append(lambda c, mark=mark: c == mark)
        self.at += 1
        return lambda c: any(test(c) for test in tests) != negated


def boundary(text, at):
    word = CLASSES["w"]
    before, after = at > 0 and word(text[at - 1]), at < len(text) and word(text[at])
    return [at] if before != after else []


def one(test):
    return lambda text, at: [at + 1] if at < len(text) and test(text[at]) else []


def either(branches):
    def node(text, at):
        for branch in branches:
            yield from branch(text, at)
    return node


def in_order(nodes):
    if not nodes:
        return lambda text, at: [at]
    if len(nodes) == 1:
        return nodes[0]
    first, rest = nodes[0], in_order(nodes[1:])

    def node(text, at):
        for middle in first(text, at):
            yield from rest(text, middle)
    return node


def many(inner, low, high, lazy):
    def node(text, at):
        ends = [[at]]
        while len(ends) <= high:
            step = {end for start in ends[-1] for end in inner(text, start) if end > start or len(ends) <= low}
            if not step:
                break
            ends.append(sorted(step))
        found = [end for row in ends[low:] for end in row]
        yield from found if lazy else reversed(found)
    return node


class Match:
    def __init__(self, text, start, end):
        self.text, self.bounds = text, (start, end)

    def group(self, *numbers):
        return self.text[self.bounds[0]:self.bounds[1]]

    def start(self):
        return self.bounds[0]

    def end(self):
        return self.bounds[1]

    def span(self):
        return self.bounds


class Pattern:
    def __init__(self, pattern, flags=0):
        if flags & VERBOSE:
            pattern = "".join(line.split("#")[0] for line in pattern.split("\n")).replace(" ", "")
        if pattern.startswith("(?"):
            end = pattern.index(")") + 1
            if all(c in "aimsx" for c in pattern[2:end - 1]):
                flags |= sum({"i": 2, "s": 16}.get(c, 0) for c in pattern[2:end - 1])
                pattern = pattern[end:]
        self.pattern, self.flags = pattern, flags
        if flags & IGNORECASE:
            pattern = pattern.lower()
        self.node = Parser(pattern).alternatives()

    def tried(self, text, starts, whole=False):
        shown = text.lower() if self.flags & IGNORECASE else text
        for start in starts:
            for end in self.node(shown, start):
                if not whole or end == len(text):
                    return Match(text, start, end)
        return None

    def search(self, text):
        return self.tried(text, range(len(text) + 1))

    def match(self, text):
        return self.tried(text, [0])

    def fullmatch(self, text):
        return self.tried(text, [0], True)

    def finditer(self, text):
        at = 0
        while at <= len(text) and (found := self.tried(text, range(at, len(text) + 1))):
            yield found
            at = max(found.end(), found.start() + 1)

    def findall(self, text):
        return [found.group() for found in self.finditer(text)]

    def sub(self, new, text, count=0):
        out, at = [], 0
        for found in self.finditer(text):
            out += [text[at:found.start()], new(found) if callable(new) else new]
            at = found.end()
        return "".join(out) + text[at:]


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)


def search(pattern, text, flags=0):
    return compile(pattern, flags).search(text)


def match(pattern, text, flags=0):
    return compile(pattern, flags).match(text)


def fullmatch(pattern, text, flags=0):
    return compile(pattern, flags).fullmatch(text)


def findall(pattern, text, flags=0):
    return compile(pattern, flags).findall(text)


def sub(pattern, new, text, count=0, flags=0):
    return compile(pattern, flags).sub(new, text, count)
