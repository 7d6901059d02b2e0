"""Lists changed by key functions and by __lt__ while they are sorted, searched or compared."""

class Ordered:
    def __init__(self, n, action=None):
        self.n = n
        self.action = action

    def __lt__(self, other):
        if self.action:
            self.action()
        return self.n < other.n

    def __repr__(self):
        return f"O{self.n}"


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


items = [3, 1, 2]
attempt(lambda: items.sort(key=lambda x: items.append(x) or x))
print(items)
items = [3, 1, 2]
attempt(lambda: items.sort(key=lambda x: items.clear() or x))
print(items)
items = [3, 1, 2]
attempt(lambda: items.sort(key=lambda x: len(items)))
print(items)
items = [3, 1, 2]
attempt(lambda: sorted(items, key=lambda x: items.append(x) or x))
print(items)
items = [Ordered(n, lambda: items.append(1)) for n in (3, 1, 2)]
attempt(lambda: items.sort())
print(items)
items = [Ordered(n, lambda: items.clear()) for n in (3, 1, 2)]
attempt(lambda: items.sort(reverse=True))
print(items)
items = [5, 3, 4]
attempt(lambda: items.sort(key=lambda x: 1 // (x - 4)))
print(items)
items = [1, "a", 2]
attempt(lambda: items.sort())
print(items)
items = [3, 1, 2]
attempt(lambda: items.sort(1))
attempt(lambda: items.sort(key=5))
attempt(lambda: items.sort(key=None, reverse="yes") or items)
attempt(lambda: items.sort(reverse=Ordered))
attempt(lambda: items.sort(None))
attempt(lambda: sorted(5))
attempt(lambda: sorted([1], [2]))
attempt(lambda: sorted())
attempt(lambda: sorted([2, 1], cmp=None))
left, right = [Ordered(1), Ordered(2, lambda: left.clear())], [Ordered(1), Ordered(3)]
attempt(lambda: left < right)
print(left)
big = [Ordered(n * 7919 % 101) for n in range(100)]
big[50].action = lambda: big.append(0)
attempt(lambda: big.sort())
print(len(big), [x.n for x in big[:5]])
attempt(lambda: max([Ordered(1, lambda: 1 / 0), Ordered(2)]))
attempt(lambda: min([Ordered(4), Ordered(2), Ordered(3)]))
attempt(lambda: max([], default=7))
attempt(lambda: max([]))
attempt(lambda: max(5))
attempt(lambda: max())
attempt(lambda: min(1, 2, default=3))
attempt(lambda: max([3, 1], key=lambda x: -x))
attempt(lambda: max([3, 1], key=5))
attempt(lambda: min("b", "abc", key=len))
