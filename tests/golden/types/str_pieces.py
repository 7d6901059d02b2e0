"""Where the bytes of a string lie must not show: short, long, grown, cut, with and without other characters."""

# Growing at the end, and what else hangs on the parts.
s = ""
seen = []
for i in range(3000):
    s += chr(97 + i % 26)
    if i % 500 == 499:
        seen.append(s)
print(len(s), s[-1], s[0], s[1234], [len(x) for x in seen], [x[-1] for x in seen])
print(all(s.startswith(x) for x in seen), hash(seen[0]) == hash(s[:500]), seen[0] == s[:500])
a = s + "A"
b = s + "B"
c = a + "!" * 10
d = a + "?" * 10
print(a[-1], b[-1], c[-11:], d[-11:], a == s + "A", len(c), len(d), s[-1])
t = s
t += t
t += t
print(len(t), t == s * 4, t.count("z"), (s + "") is s or s + "" == s, ("" + s) == s)
for i in range(5):
    t = t[1:] + t[0]
print(t[:10], t[-10:], len(t))
u = ""
for i in range(400):
    u = chr(97 + i % 26) + u
print(u[:5], u[-5:], len(u))

# Other characters: lengths count code points.
w = ""
for i in range(1000):
    w += "aé世😀"[i % 4]
print(len(w), w[0], w[1], w[2], w[3], w[-1], w[-2], w[997], w[500:508], len(w.encode()), w[::250])
print([w[i] for i in (63, 64, 65, 127, 128, 129, 935, 936, 999, -1000, -64, -65)])
for n in (5, 60, 64, 65, 120, 127, 128, 129, 200):
    x = "aé世😀" * n
    print(n, len(x), [x[i] for i in (0, 1, n, 2 * n, 3 * n, 4 * n - 1)], x[n : n + 3], x[-3:], x[3 * n :][:2])
e = "é" * 100
print(e[50], e[99], e[:3], e[97:], len(e), e == "é" * 100, e + "x" == "é" * 100 + "x", (e + "x")[100])
for text in ("abc", "é", "日本語", "a😀b", "\ud800", "a\udfffb", ""):
    print(len(text), ascii(text), [ascii(text[i]) for i in range(-len(text), len(text))], ascii(text[1:]), ascii(text[:-1]))
    for i in (len(text), -len(text) - 1, 10**20, -(10**20)):
        try:
            text[i]
            print("?")
        except IndexError as error:
            print(type(error).__name__, error)
lone = "\ud83d" + "\ude00"
print(len(lone), lone == "😀", ascii(lone), len(lone + "x" * 600), ascii((lone * 200)[398:]))

# Slices with any bounds.
s = "hello world"
for i, j in ((2, 5), (-3, None), (None, -3), (0, 100), (5, 2), (-100, 100), (None, None), (11, 12), (10**30, None), (None, -(10**30))):
    print(repr(s[i:j]), end=" ")
print(s[True], s[True:3], s[::-1], s[8:2:-2])
print("é-世"[1:], "é-世"[:1], "é-世"[-1:], "é-世"[5:])

# Membership and equality of strings.
print("o w" in s, "" in s, "" in "", "x" in s, "world" in s, "worlds" in s, s in s, "é" in "aéb", "\xe9" in "a\xe8b", "l" in "l")
for bad in (1, None, b"a"):
    try:
        bad in s
    except TypeError as error:
        print(error)
print(s == "hello" + " world", s != "hello worle", "a" == b"a", "a" == 97, "a" != None, s < "hello worle", "é" > "z", "" < "a")
print("a" is "a" if False else "a"[0] is "abc"[0], chr(233) is "é"[0], "xa"[1] is "ax"[0])
for n in range(20):
    x, y = "ab" * n, "".join(["ab"] * n)
    z = y[:-1] + "c"
    print(x == y, x == z, x != z, end=";")
print()

# Joining.
print("".join([]), ",".join(["a"]), ",".join("abc"), "é".join(["a", "b", "世"]), len(", ".join(["x" * 300] * 10)), "-".join(("a", "b")))
print("".join(["é"]), "".join(["\xc3", "a"]), "".join(["a", ""]), repr("".join(["", ""])), ",".join(["", ""]))
try:
    ",".join(["a", 1])
except TypeError as error:
    print(error)
print(",".join(str(i) for i in range(5)), len("".join(["ab"] * 1000)), f"{'é'}{'x'}{'世' * 3}", f"{s}{s!r:>15}{'':3}|")


class S(str):
    pass


x = S("abc")
print(type(x + "").__name__, type("" + x).__name__, type(x[:]).__name__, type(x[0]).__name__, type("".join([x])).__name__, x + x)
x += "d"
print(x, type(x).__name__, type(str(S("q"))).__name__, S("abc") == "abc", "b" in S("abc"), S("a") in "abc", S("bc")[0])
x = S("é" * 300)
x.note = 1
print(len(x), x.note, x[299], x == "é" * 300, hash(x) == hash("é" * 300))
