"""The methods of list."""

a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.extend("ab")
a.extend(a)
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
a.insert(-100, "start")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), len(a))
a.remove(5)
print(a.index(6), a.index(6, 5), a.count("a"), a.count(99), a)
b = a.copy()
b.reverse()
b.clear()
print(b, a is not b, a == a.copy(), a == list(a))

words = ["pear", "fig", "Apple", "kiwi", "banana", "date"]
words.sort()
print(words)
words.sort(key=len)
print(words)
words.sort(key=str.lower, reverse=True)
print(words)
pairs = [(i % 3, i) for i in range(10)]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
print(sorted([3, 1.5, True, -2]), sorted("hello", reverse=True), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), [].sort())
big = [(i * 7919) % 1009 for i in range(3000)]
big.sort()
print(big[:5], big[-5:], big == sorted(big, reverse=True)[::-1], all(x <= y for x, y in zip(big, big[1:])))
runs = list(range(50)) + list(range(30, 0, -1)) + [5] * 20 + list(range(100, 50, -2))
print(sorted(runs) == sorted(runs[::-1]), sorted(runs)[::15])


class Item:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


items = [Item(k, t) for k, t in zip([2, 1, 2, 1, 0], "abcde")]
print(sorted(items), sorted(items, reverse=True), min(items), max(items))

mutating = [3, 1, 2]


def bad_key(x):
    mutating.append(x)
    return x


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


attempt("mutating.sort(key=bad_key)")
print(mutating)
failing = [1, "a", 2]
attempt("failing.sort()")
print(sorted(map(str, failing)))
for source in ("[].pop()", "[1].pop(5)", "[1].pop(-2)", "[1].pop('x')", "[1].remove(2)", "[].index(1)", "[1, 2].index(2, 0, 1)", "[1].index('x')", "[].append()", "[].append(1, 2)", "[].extend(5)", "[].extend(None)",
               "[].insert(1)", "[].insert('a', 1)", "[1].sort(lambda x: x)", "[1, 'a'].sort()", "[1, None].sort(key=lambda x: x)", "[3].sort(reverse='x')", "[1].sort(key=5)", "[1].count()", "list(5)", "list(1, 2)", "list(x=1)",
               "[1].copy(1)", "[].clear(1)", "[1].missing", "list.append(5, 1)", "list.append()", "[None, None].sort()", "[1j, 2j].sort()", "sorted()", "sorted(5)", "sorted([1], key=1, bad=2)", "sorted([1], len)"):
    attempt(source)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [] * 5, [1] * -1, [[]] * 2, [1, 2] == [1, 2.0], [1] != [2], [1, 2] < [1, 3], [] < [0], [1, 2, 3] > [1, 2], 2 in [1, 2], [1] in [[1]], bool([]), bool([0]))
x = y = [1]
x += [2]
x *= 2
print(y, x is y)
x = x + [3]
print(y, x)
x += "ab"
x += (i for i in range(2))
x += {"k": 1}
print(x)
attempt("[1] + (2,)")
attempt("[1] + 5")
attempt("[1] * [2]")
attempt("[1] - [1]")
attempt("exec('z = [1]; z += 5')")
grid = [[0] * 3 for _ in range(3)]
grid[1][1] = 5
alias = [[0] * 2] * 2
alias[0][0] = 1
print(grid, alias, [list(row) for row in zip(*grid)], list(map(sum, grid)))
stack, queue = [], []
for i in range(1000):
    stack.append(i)
    queue.insert(0, i)
total = 0
while stack:
    total += stack.pop() * queue.pop()
print(total)
