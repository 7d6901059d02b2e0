"""String building and splitting: records as comma-separated text, parsed, sorted by several keys, grouped, and set as a table."""

import sys

SYLLABLES = "ka lo mi re tu sa ne vo pi du ga he".split()
TOWNS = ("Aarau", "Bern", "Chur", "Davos", "Zürich", "Genève")


def numbers(seed):
    while True:
        seed = (seed * 69069 + 1) % 4294967296
        yield seed >> 9


def make_text(n):
    source = numbers(7)
    lines = ["id,name,town,born,balance,remark"]
    for i in range(n):
        syllables = [SYLLABLES[next(source) % 12] for _ in range(2 + next(source) % 3)]
        name = "".join(syllables).capitalize()
        town = TOWNS[next(source) % len(TOWNS)]
        balance = (next(source) % 2000000 - 1000000) / 100
        remark = '"late, again"' if next(source) % 9 == 0 else ""
        lines.append(f"{i:05d},{name},{town},{1930 + next(source) % 80},{balance:.2f},{remark}")
    return "\n".join(lines) + "\n"


def split_line(line):
    """Fields of a line; quoted ones may hold commas."""
    if '"' not in line:
        return line.split(",")
    fields, field, quoted = [], "", False
    for char in line:
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += char
    fields.append(field)
    return fields


class Record:
    def __init__(self, ident, name, town, born, balance, remark):
        self.ident = ident
        self.name = name
        self.town = town
        self.born = int(born)
        self.balance = float(balance)
        self.remark = remark or None

    def __lt__(self, other):
        return (self.name, self.ident) < (other.name, other.ident)

    def initials(self):
        return self.name[0] + "." + self.town[0] + "."

    def __str__(self):
        note = f" ({self.remark})" if self.remark else ""
        return f"{self.ident} {self.name:<12s}{self.town:>8s} {self.born} {self.balance:>+12,.2f}{note}"


def parse(text):
    header, *lines = text.splitlines()
    names = header.split(",")
    records = []
    for line in lines:
        fields = dict(zip(names, split_line(line), strict=True))
        fields["ident"] = fields.pop("id")
        records.append(Record(**fields))
    return records


def table(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for i, row in enumerate(rows):
        cells = [cell.ljust(width) if i == 0 or not cell[-1:].isdigit() else cell.rjust(width) for cell, width in zip(row, widths)]
        lines.append("| " + " | ".join(cells) + " |")
        if i == 0:
            lines.append(rule)
    lines.append(rule)
    return "\n".join(lines)


def by_town(records):
    groups = {}
    for record in records:
        groups.setdefault(record.town, []).append(record)
    rows = [("town", "people", "sum", "oldest", "names")]
    for town in sorted(groups, key=str.casefold):
        group = groups[town]
        oldest = min(group, key=lambda record: (record.born, record.name))
        total = sum(record.balance for record in group)
        rows.append((town, str(len(group)), "%.2f" % total, str(oldest.born), "/".join(r.initials() for r in sorted(group)[:4])))
    return rows


def main(n):
    text = make_text(n)
    records = parse(text)
    print(len(text), "characters,", len(text.encode()), "bytes,", len(records), "records")
    records.sort(key=lambda record: (record.town, -record.balance))
    for record in records[:4]:
        print(record)
    records.sort()
    print(*records[:3], sep="\n")
    records.sort(key=lambda record: record.name[::-1], reverse=True)
    print(" ".join(record.name for record in records[:8]))
    print(table(by_town(records)))
    assert "".join(reversed(text)).count("\n") == n + 1
    swapped = text.replace(",", ";").replace("\n", "\r\n").upper().swapcase().title()
    print(ascii(swapped[:60]), len(swapped), swapped.rfind(";"))
    longest = max(text.split(), key=len)
    print(longest, longest.partition(",")[2][:20], text.find("Zürich"), text.count("late"))
    out = ""
    for i, record in enumerate(records):
        out += record.name[:3] + ("-" if i % 5 else "\n")
    lines = out.split("\n")
    print(len(out), lines[1], max(lines, key=lambda line: (len(line), line)))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 20000)
