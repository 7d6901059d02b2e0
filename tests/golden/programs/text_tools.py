"""Word counts, wrapping, columns, a template engine, roman numerals, Caesar and run lengths."""

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness."""


def words(text):
    word = ""
    for c in text + " ":
        if c.isalpha():
            word += c.lower()
        elif word:
            yield word
            word = ""


def count(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


counts = count(words(TEXT))
for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:6]:
    print(f"{word:<8}{n:>3} {'#' * n}")


def wrap(text, width):
    line = ""
    for word in text.split():
        if len(line) + len(word) + bool(line) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def justify(line, width):
    parts = line.split()
    if len(parts) == 1:
        return line
    spaces, extra = divmod(width - sum(map(len, parts)), len(parts) - 1)
    return "".join(part + " " * (spaces + (i < extra)) for i, part in enumerate(parts)).rstrip()


for line in wrap(TEXT, 40):
    print("|" + justify(line, 40) + "|", len(justify(line, 40)))


def table(rows, header):
    widths = [max(len(str(row[i])) for row in [header, *rows]) for i in range(len(header))]

    def format_row(row):
        return " | ".join(f"{cell:>{w}}" if isinstance(cell, (int, float)) else f"{cell:<{w}}" for cell, w in zip(row, widths))
    yield format_row(header)
    yield "-+-".join("-" * w for w in widths)
    yield from map(format_row, rows)


print(*table([("apple", 3, 1.25), ("kiwi", 12, 0.5), ("watermelon", 1, 4)], ("name", "n", "price")), sep="\n")


class Template:
    """`{{ expression }}`, `{% for x in xs %} … {% end %}`, `{% if c %} … {% end %}`."""

    def __init__(self, source):
        self.nodes, rest = self.parse(list(self.split(source)))
        if rest:
            raise SyntaxError(f"unexpected {rest[0]}")

    def split(self, source):
        while source:
            places = [(source.find(mark), mark) for mark in ("{{", "{%") if mark in source]
            if not places:
                yield "text", source
                return
            at, mark = min(places)
            if at:
                yield "text", source[:at]
            close = {"{{": "}}", "{%": "%}"}[mark]
            end = source.index(close, at)
            yield ("value" if mark == "{{" else "tag"), source[at + 2:end].strip()
            source = source[end + 2:]

    def parse(self, parts):
        nodes = []
        while parts:
            kind, text = parts[0]
            if kind == "tag" and text == "end":
                return nodes, parts
            parts = parts[1:]
            if kind == "tag":
                body, parts = self.parse(parts)
                if not parts:
                    raise SyntaxError(f"no end for {text!r}")
                parts = parts[1:]
                nodes.append((text.split()[0], text, body))
            else:
                nodes.append((kind, text, None))
        return nodes, parts

    def render(self, **names):
        return "".join(self.walk(self.nodes, names))

    def walk(self, nodes, names):
        for kind, text, body in nodes:
            match kind:
                case "text":
                    yield text
                case "value":
                    yield str(eval(text, {}, names))
                case "if":
                    if eval(text[3:], {}, names):
                        yield from self.walk(body, names)
                case "for":
                    variable, _, items = text[4:].partition(" in ")
                    for item in eval(items, {}, names):
                        yield from self.walk(body, {**names, variable: item})


page = Template("Hello {{ name.title() }}!{% for p in items %}\n * {{ p[0] }}: {{ '%.2f' % p[1] }}{% if p[1] > 10 %} (dear){% end %}{% end %}\nTotal {{ sum(p[1] for p in items) }}")
print(page.render(name="ann smith", items=[("tea", 2.5), ("cake", 12)]))
for bad in ("{% for x in y %}", "{% end %}"):
    try:
        Template(bad)
    except SyntaxError as error:
        print(error)
NUMERALS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, letters in NUMERALS:
        while n >= value:
            out, n = out + letters, n - value
    return out


def unroman(text):
    values = {letters: value for value, letters in NUMERALS}
    total = 0
    for a, b in zip(text, text[1:] + " "):
        total += -values[a] if values.get(b, 0) > values[a] else values[a]
    return total


print([roman(n) for n in (1, 4, 9, 14, 40, 99, 1994, 2026, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))


def caesar(text, shift):
    return "".join(chr((ord(c) - base + shift) % 26 + base) if (base := 65 if c.isupper() else 97 if c.islower() else 0) else c for c in text)


def lengths(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Round trip", 11), -11), lengths("aaabccd"), "".join(c * n for c, n in lengths("xxyzzz")), "".join(c + str(n) if n > 1 else c for c, n in lengths("wwwwbbbw")))


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("flaw", "lawn"), min(counts, key=lambda w: levenshtein(w, "foolish")))
print(sorted({"".join(sorted(w)): w for w in "listen silent enlist google elgoog abc cab".split()}.values()), " ".join(w[::-1] for w in "hello world".split()), "".join(dict.fromkeys("mississippi")), [w for w in counts if w == w[::-1] and len(w) > 1])
