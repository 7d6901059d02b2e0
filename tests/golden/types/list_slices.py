"""List slices: reading, assigning, deleting; extended ones and their refusals."""

a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[1::3], a[::-1], a[8:2:-2], a[-1:-4:-1], a[5:5], a[6:3], a[100:], a[-100:2], a[:100], a[None:None:None], a[:])
print(a[slice(1, 4)], a[True:5], a[2**80:], a[-2**80:2], a[::2**80], a[::-2**80], a[2:8:2**70])
a[2:5] = ["x"]
print(a)
a[1:1] = [10, 20, 30]
print(a)
a[:0] = a[-2:]
print(a)
a[len(a):] = (1, 2)
print(a)
a[::2] = range(len(a[::2]))
print(a)
a[5:2] = "in"
print(a)
a[1:-1] = []
print(a)
a[:] = a
a[1:1] = a
print(a)
a[-1:] = (c for c in "gen")
print(a)
a[::-1] = list(range(len(a)))
print(a)
a[3:0:-1] = "abc"
print(a)
a[1:100] = {"k": 1}
print(a)
a = list(range(12))
del a[::3]
print(a)
del a[1:3]
print(a)
del a[-1:0:-2]
print(a)
del a[5:], a[:1]
print(a)
a = list(range(6))
a[1:4] += ["added"]
print(a)
a[0], a[-1] = a[-1], a[0]
print(a)
i = 0
i, a[i] = 2, "at two?"
print(i, a)


def attempt(source):
    a = [1, 2, 3, 4, 5]
    try:
        exec(source, {"a": a})
        print(source, "gives", a)
    except Exception as error:
        print(source, "->", type(error).__name__, error, a)


for source in ("a[5]", "a[-6]", "a[5] = 1", "a[-6] = 1", "a['x']", "a['x'] = 1", "a[1.0]", "a[None]", "a[::0]", "a[::0] = []", "a[::2] = [1]", "a[::2] = 'abcd'", "a[1:2] = 5", "a[::2] = 5", "a[1:'x']", "a[1, 2]", "a[[1]]",
               "a[::-1] = [1, 2]", "a[:] = 5", "a[1:3] = None", "a[2**70]", "a[2**70] = 1", "a[4:1] = [9, 9]", "a[-1] += 5", "a[9] += 5", "a[1:2:1] = 'xyz'", "a[0:4:2] = iter('pq')", "a[...] ", "a[1:2, 3]", "del a[::2]", "a[:2] *= 2",
               "a[1:4:2] = a", "a[True] = 'bool'", "a[slice(0, 2)] = []"):
    attempt(source)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


a = list("abcdef")
print(a[Index(1)], a[Index(1):Index(-1)], a[::Index(2)])
a[Index(0)] = "A"
a[Index(2):Index(4)] = "__"
print(a)


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print(key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[:], s[::], s[1:2:3], s[:, 1], s[..., 1:2], s[()], s[1,], s[:2, ::3], s["k"], s[*[1, 2], 3], s[-1:])
s[1:2] = 3
del s[::2]
sl = slice(1, 10, 2)
print(sl, sl.start, sl.stop, sl.step, slice(5), slice(1, 2), slice(None), sl == slice(1, 10, 2), sl.indices(5), slice(None, None, -1).indices(5), slice(-3, 100).indices(10), slice(1, 2) < slice(1, 3), hash(slice(1)) == hash(slice(1)))
