"""Orders of strs by their first bytes and beyond, reversed text of several widths, case of mixed text, bytes by index."""

WORDS = ["", "\0", "a", "a\0", "a\0b", "ab", "abcdefg", "abcdefgh", "abcdefgh\0", "abcdefghi", "abcdefgz", "é", "éa", "z", "\ud800", "\uffff", "😀", "abcdefgé"]


def orders(a, b):
    out = [a < b, a <= b, a > b, a >= b, a == b, a != b]
    jumps = []
    if a < b:
        jumps.append("<")
    if a <= b:
        jumps.append("<=")
    if a > b:
        jumps.append(">")
    if a >= b:
        jumps.append(">=")
    if not a < b:
        jumps.append("!<")
    return "".join("01"[x] for x in out) + " ".join(jumps)


for a in WORDS:
    print(ascii(a), *[orders(a, b) for b in WORDS], sep=" | ")
for a in WORDS:
    print(a < "abcdefgh", a <= "a", a > "é", a >= "abcdefgh", "" < a, "b" <= a <= "z")


class Loud(str):
    def __lt__(self, other):
        return "loud"


print(Loud("a") < "b", "a" < Loud("b"), "a" > Loud("b"), max(["a", Loud("b")]))
try:
    "a" < b"a"
except TypeError as error:
    print(error)

for text in ("", "abc", "aé😀z", "é" * 200 + "x", "\ud800a"):
    print(ascii("".join(reversed(text))), len(list(reversed(text))))
backwards = reversed("aé")
print(next(backwards), backwards.__length_hint__(), next(backwards), backwards.__length_hint__(), next(backwards, None), next(backwards, None))


class Odd(str):
    def __getitem__(self, i):
        return i


print(list(reversed(Odd("abc"))), list(reversed(Loud("äb"))))

MIXED = "Hello Wörld ΑΣ ΣΑΣ, straße ǆ ﬁ 123 ÀÉ żółw ıİ"
print(MIXED.upper(), MIXED.lower(), MIXED.swapcase(), MIXED.title(), MIXED.capitalize(), MIXED.casefold(), sep="\n")
print(ascii("aΣb".lower()), ascii("aΣ b".lower()), ascii("aΣ".swapcase()), ascii("\ud800aΣ".lower()))

data, array = bytes(range(250, 256)), bytearray(b"hello")
print(data[0], data[-1], data[5], array[-5], array[4], [data[i] for i in range(-6, 6)])
for bad in (6, -7, 2**70, "x", None, 1.0):
    for seq in (data, array):
        try:
            print(seq[bad])
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
array[0], array[-1], array[True] = 72, 79, 101
print(array)
for place, value in ((0, 256), (0, -1), (9, 1), (-6, 1), (0, "a"), (0, None), (0, 2**60), (0, 1.0)):
    try:
        array[place] = value
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
view = memoryview(array)
array[1] = 69
print(array, view[1])


class Bytes(bytes):
    def __getitem__(self, i):
        return "mine"


print(Bytes(b"abc")[0], b"abc"[True])

pairs = [(w, -i) for i, w in enumerate(WORDS * 2)]
print(ascii(sorted(pairs)), ascii(sorted(pairs, reverse=True)), sep="\n")
print(sorted([(3, "b"), (1, "z"), (3, "a"), (-2,), (1,)]), sorted([(1, None), (0, None)]))
print(ascii(sorted(WORDS, key=lambda w: (len(w), w))), sorted(range(20), key=lambda n: (n % 3, -n)))
try:
    sorted([(1, None), (1, 2)])
except TypeError as error:
    print(error)
try:
    sorted([("a", 1), (1, "a")])
except TypeError as error:
    print(error)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"Item({self.n})"


print(sorted([(1, Item(3)), (0, Item(5)), (1, Item(2)), (0, Item(4))]))
print([1] + [2, 3], (1,) + (2, 3), () + (1,), b"a" + b"b", [] + [], "é" + "a")
xs = ys = [1]
xs += [2]
t = u = (1,)
t += (2,)
print(xs is ys, ys, t, u)
for a, b in (([1], (2,)), ((1,), [2]), ("a", b"a"), (b"a", "a"), ([1], None)):
    try:
        print(a + b)
    except TypeError as error:
        print(error)
