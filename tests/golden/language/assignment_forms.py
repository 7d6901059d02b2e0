"""Assignment: targets of all kinds, chained, augmented, annotated, walrus."""

a = b = c = [0]
b.append(1)
print(a, c is a)
x, y = y, x = 1, 2
print(x, y)
i = 0
i, data = 1, [10, 20, 30]
data[i], i = "set", 2
print(data, i)
(p), [q] = 1, [2]
((r),) = (3,)
print(p, q, r)
d = {}
d["k"], d["l"] = d, 5
print(d["k"] is d, d["l"])


class Target:
    pass


o = Target()
o.a = o.b = [1]
o.a += [2]
print(o.a, o.b, o.a is o.b)
o.x, (o.y, o.z) = 1, (2, 3)
print(o.x, o.y, o.z)
for o.loop in range(3):
    pass
for d["loop"], o.second in [(1, 2), (3, 4)]:
    pass
print(o.loop, d["loop"], o.second)
with open("assignment_forms.py") as o.file:
    o.first_line = o.file.readline()
print(o.first_line[:20], o.file.closed)
n = 10
n += 1; n -= 2; n *= 3; n //= 2; n %= 10; n **= 2; n <<= 2; n >>= 1; n |= 1; n &= 0xFF; n ^= 3
print(n)
f = 7
f /= 2
print(f)
t = (1,)
t += (2,)
s = "a"
s += "b"
s *= 2
print(t, s)
nested = [[1, 2], [3, 4]]
nested[0][1] += 10
nested[-1] += [5]
print(nested)
m = {"a": {"b": [0]}}
m["a"]["b"][0] += 1
m["a"]["c"] = m["a"].get("c", 0) + 1
print(m)


class Vector:
    def __init__(self, *v):
        self.v = list(v)

    def __iadd__(self, other):
        self.v = [p + q for p, q in zip(self.v, other.v)]
        return self

    def __isub__(self, other):
        return "replaced"

    def __repr__(self):
        return f"V{self.v}"


v = w = Vector(1, 2)
v += Vector(10, 20)
print(v, w is v)
v -= 1
print(v, w)
holder = [w]
holder[0] += Vector(1, 1)
print(holder, w)
ann: int = 5
ann2: "no such type"
o.attribute: int = 6
d["item"]: str = "annotated item"
print(ann, o.attribute, d["item"])
try:
    ann2
except NameError as error:
    print(error)
if (size := len([1, 2, 3])) > 2:
    print(size)
print((w1 := 1) + (w2 := 2), w1, w2, [w3 := k * 2 for k in range(3)], w3)
while (chunk := data.pop() if data else None) is not None:
    print(chunk, end=" ")
print()
print(f"{(fw := 5)} {fw}", (lambda: (inner := 9) + inner)(), {"k": (kv := 3)}, kv)


def function(z=(default := 4)):
    z += default
    return z


print(function(), default)
first, *middle, last = range(6)
*init, (deep, *deeper) = 1, 2, "xyz"
print(first, middle, last, init, deep, deeper)
(a, b), c, *[e, *g] = (1, 2), 3, 4, 5, 6
print(a, b, c, e, g)
a, b = {"k": 1, "l": 2}
print(a, b)
a, = "x"
[b] = {5}
print(a, b)
matrix = [[1, 2, 3], [4, 5, 6]]
(a, *_), (*_, b) = matrix
print(a, b, _)
swap = list("abc")
swap[0], swap[2] = swap[2], swap[0]
swap[:2], swap[2:] = swap[1:], ["z"]
print(swap)
lst = [1, 2, 3]
lst[0], lst[lst[0]] = 2, "where?"
print(lst)
print(all(map(lambda pair: pair[0] == pair[1], zip((a := [1, 2]), a))), a)
