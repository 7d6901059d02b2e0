"""array.array."""
from array import array

a = array("i", [1, 2, 3]); a.append(4); a.extend([5]); a.insert(0, 0); print(a, len(a), a[0], a[-1], a[1:3], a.itemsize, a.typecode, list(a), 3 in a)
a[0] = 9; del a[1]; a[1:2] = array("i", [7, 7]); print(a, a.pop(), a.index(7), a.count(7), a.tobytes(), a.tolist()); a.reverse(); print(a, a + array("i", [1]), a * 2)
print(array("d", [1.5, 2]), array("B", b"abc"), array("u", "hé"), array("f"), array("q", range(3)) == array("i", range(3)), array("i", [1]) < array("i", [2]), sum(array("d", [0.1] * 3)))
b = array("H"); b.frombytes(b"\1\0\2\0"); print(b); b.byteswap(); print(b); a[::2] = array("i", [0] * len(a[::2])); print(a, a[::-1]); del a[::2]; print(a)
for f in (lambda: array("x"), lambda: array("i", ["a"]), lambda: array("b", [200]), lambda: array("B", [-1]), lambda: array("i")[0], lambda: array("i").pop(), lambda: array("i", [1]).remove(5), lambda: array("i", 3.5), lambda: array("i") + [1], lambda: array("i", "ab"), lambda: a.__setitem__(99, 1), lambda: array(1), lambda: array("h", [40000]), lambda: array("i", [1.5]), lambda: b.frombytes(b"a"), lambda: a["x"]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
import copy, pickle
print(copy.copy(a) == a, pickle.loads(pickle.dumps(a)) == a)
