"""Strings that grow by pieces, and are then looked at in every way."""


def build(n, piece):
    s = ""
    for i in range(n):
        s += piece
    return s


for n, piece in ((0, "x"), (1, "x"), (5000, "a"), (3000, "é"), (2000, "日本"), (1000, "😀a"), (100, "a" * 100)):
    s = build(n, piece)
    t = piece * n
    print(len(s), s == t, hash(s) == hash(t), s[:3] == t[:3], s[-2:] == t[-2:], s.count(piece), s.find(piece, n // 2), s in {t: 1}, {s: 1} == {t: 1}, s is s, s[n // 2:n // 2 + 2] == t[n // 2:n // 2 + 2])
s = ""
for i in range(1000):
    s = s + str(i)
print(len(s), s[:20], s[-20:], s.find("999"), s[1000], s.encode()[:5])
s = ""
for i in range(1000):
    s = str(i % 10) + s
print(len(s), s[:12], s[-3:], s.count("5"))
left = right = "x"
for i in range(12):
    left, right = left + right, right + left
print(len(left), left == right, hash(left) == hash(right), left.upper()[:5], left < right, left + "y" > right)
parts = {}
for i in range(200):
    key = "k" * (i % 20) + "é" * (i % 3)
    parts[key] = parts.get(key, 0) + 1
print(len(parts), parts["kkk" + ""], parts["k" + "é"])
a = "abc" * 1000
b = a
a += "d"
print(len(a), len(b), a[-1], b[-1], a.startswith(b), b + "d" == a)
text = ""
lines = []
for i in range(300):
    text += f"line {i}: {'*' * (i % 7)}\n"
    if i % 50 == 0:
        lines.append(len(text))
print(lines, len(text.splitlines()), text.split("\n")[299], text.replace("*", "")[-20:], text.index("line 250"), text.rindex("line 2"), "line 150" in text, text.partition("line 100")[2][:5])
s = "a"
for _ in range(16):
    s += s
print(len(s), s.count("aa"), s[65535], s.strip("a") == "", s.isalpha(), sum(1 for c in s if c == "a"), len(set(s)), s.translate({97: "b"})[:3], s.replace("aaaa", "b")[:5], max(s), len(list(s)), s[::-1] == s)
joined = "".join([str(i) for i in range(10000)])
print(len(joined), joined[5000:5010], joined.find("1234"), int(joined[:30]), joined[-4:], len("-".join("ab" * 100)), len(",".join(map(str, range(1000)))))
mixed = ""
for i in range(500):
    mixed += chr(0x61 + i % 26) if i % 2 else chr(0x4E00 + i)
print(len(mixed), mixed[100:104], mixed.encode()[:6], mixed[499], len(mixed.encode()), mixed[::50])
f = ""
for i in range(50):
    f = f"{f}{i},"
print(f, len(f))
d = {}
for i in range(100):
    name = "v" + str(i)
    d[name] = i
print(d["v" + "5" + "0"], getattr(type("T", (), d), "v" + "7"), "".join(sorted(d))[:20], eval("+".join(d), d))
u = "x" * 10 ** 6
u += "y"
print(len(u), u[10 ** 6], u.find("y"), u.count("x"), u[:5], len(u + u))
while len(u) > 10:
    u = u[:len(u) // 2]
print(u)
