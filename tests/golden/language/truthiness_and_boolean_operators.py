"""`and`, `or`, `not`: values, short circuits, in every position."""


class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        log.append(self.name)
        return self.value

    def __repr__(self):
        return self.name


log = []
t, f = Truth("t", True), Truth("f", False)
for text in ("t and f", "f and t", "t or f", "f or t", "not t", "not f", "t and f or t", "f or f and t", "not t or f", "not (t and f)", "t and not f", "t or f or t", "f or f or f", "t and t and f", "(t or f) and (f or t)", "t if f else f", "f if t or f else t",
             "not not t", "t and (f or t) and t", "[t and f][0]", "(lambda: f or t)()"):
    log.clear()
    print(f"{text:25} {eval(text)!r:6} {' '.join(log)}")


def branch(text):
    log.clear()
    exec(f"if {text}: log.append('then')\nelse: log.append('else')", globals())
    print(f"if {text:22} {' '.join(log)}")


for text in ("t and f", "t or f", "not t", "not (t or f)", "t and not f", "not t and f", "f or not f", "t and (f or t)", "(f or t) and (t or f)", "not (f and t) or f", "t if f else f", "f or (t and t)"):
    branch(text)


def loop():
    log.clear()
    n = 0
    while (n < 3 and t) or (n == 3 and not f):
        n += 1
    return n, log


print(loop())
print([x for x in range(10) if x > 3 and x < 8 or x == 0 if not x == 5], 0 or None or "" or [] or "last", 1 and 2 and 3, 1 and 0 and 3, None and x, "a" or x)
print(1 < 2 and 2 < 3, 1 < 2 < 3 and not 3 < 2, (1 and [] or {}) == {}, not "" == True, not ("" == True), not 1 in [2], (not 1) in [False])
print(all([t, t]), any([f, t, t]), log[-3:], list(filter(None, [0, 1, [], [0], "", " "])), bool([[]]), bool([0]), bool("0"), bool(0.0), bool(0j), bool(b""), bool(range(0)), bool({}.keys()), bool(iter([])))
assert t or f, "never"
assert not f and t
x = y = None
x = x or "default"
y = y if y is not None else "fallback"
z = (x and y) or "none"
print(x, y, z)


def early(values):
    for v in values:
        if not v: continue
        if v == "stop" or v is None and False: return "stopped"
    return "end"


print(early([0, 1, "stop", 2]), early([]), early([None, None]))
flags = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)]
print([int(bool(a and b or c)) for a, b, c in flags], [int(bool(a or b and not c)) for a, b, c in flags], [int(bool(not (a or b) and c)) for a, b, c in flags])
