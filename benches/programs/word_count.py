"""Counts the words of a real text, the Apache licence at the top of this project, read several times over.

Frequencies, longest words, pairs of words, an index of lines, and the letters, each by the container that suits it.
"""

import sys

FOLDER = __file__.rpartition("/")[0] or "."
PUNCTUATION = str.maketrans({c: " " for c in ".,;:()[]{}\"'/<>#-_*!?&$%@=+|\\`~"})


def words_of(line):
    return line.lower().translate(PUNCTUATION).split()


def count(lines):
    counts = {}
    for line in lines:
        for word in words_of(line):
            counts[word] = counts.get(word, 0) + 1
    return counts


def pairs(lines):
    seen = {}
    previous = None
    for line in lines:
        for word in words_of(line):
            if previous is not None:
                key = (previous, word)
                if key in seen:
                    seen[key] += 1
                else:
                    seen[key] = 1
            previous = word
    return seen


def index(lines):
    """Which lines a word stands on."""
    places = {}
    for number, line in enumerate(lines, 1):
        for word in set(words_of(line)):
            places.setdefault(word, []).append(number)
    return places


def letters(lines):
    counts = [0] * 26
    for line in lines:
        for char in line:
            if "a" <= char <= "z":
                counts[ord(char) - 97] += 1
            elif "A" <= char <= "Z":
                counts[ord(char) - 65] += 1
    return counts


def top(counts, n):
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n]


def main(rounds):
    with open(f"{FOLDER}/../../LICENSE-APACHE", encoding="utf-8") as file:
        text = file.read()
    lines = text.splitlines() * rounds
    counts = count(lines)
    total = sum(counts.values())
    print(f"{len(lines)} lines, {total} words, {len(counts)} different ones")
    for word, number in top(counts, 12):
        print(f"{word:>12} {number:6d} {number / total:8.3%}")
    print("longest:", ", ".join(sorted(counts, key=lambda word: (-len(word), word))[:6]))
    print("once a round:", sum(number == rounds for number in counts.values()))
    for (first, second), number in top(pairs(lines), 6):
        print(f"{first} {second}: {number}")
    places = index(lines)
    widest = max(places, key=lambda word: (len(places[word]), word))
    print("on most lines:", widest, len(places[widest]), places[widest][:8])
    frequency = letters(lines)
    order = sorted(range(26), key=frequency.__getitem__, reverse=True)
    print("letters:", "".join(chr(97 + i) for i in order))
    capitals = {word for line in lines for word in line.split() if word.isupper() and word.isalpha()}
    print("shouted:", *sorted(capitals)[:10])


main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
