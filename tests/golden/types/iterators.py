"""The iterator protocol, from both sides."""


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountIterator(self.n)


class CountIterator:
    def __init__(self, n):
        self.n, self.i = n, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Items:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError("past the end")
        return i * i


class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i


print(list(Count(3)), sum(Count(4)), tuple(Items()), list(Stops()), max(Count(5)), 2 in Count(3), 9 in Items(), [*Count(2)], dict.fromkeys(Count(2)), sorted(Items(), reverse=True), "".join(map(str, Count(3))))
a, b = Count(2)
first, *rest = Items()
print(a, b, first, rest, list(zip(Count(3), Items())), list(enumerate(Items())), any(x > 3 for x in Items()), set(Count(2)) == {1, 2})


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class NoNext:
    def __iter__(self):
        return self


class IterNotCallable:
    __iter__ = None

    def __getitem__(self, i):
        return i


class IterFive:
    def __iter__(self):
        return 5


class Raises:
    def __iter__(self):
        raise KeyError("in iter")


class NextRaises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


for thing in (5, None, 1.5, object(), NoNext(), IterNotCallable(), IterFive(), Raises(), NextRaises(), len, int):
    attempt(lambda: list(thing))
    attempt(lambda: [x for x in thing])
attempt(lambda: next(5))
attempt(lambda: next([1]))
attempt(lambda: next(iter([])))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: next())
attempt(lambda: iter())
attempt(lambda: iter(5, 6))
attempt(lambda: 1 in 5)
attempt(lambda: 1 in NextRaises())
attempt(lambda: iter(int, 1).__next__())

it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, None))
values = iter([3, 2, 1, 0, 9])
print(list(iter(lambda: next(values), 0)), next(values))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), [(x, y) for x, y in zip(*[iter(range(6))] * 2)])
it = iter("abc")
for c in it:
    print(c, next(it, "none"), end="; ")
print()


class Resumes:
    """An iterator that goes on after it said that it ended."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n


r = Resumes()
print(list(r), list(r), list(r))
print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter({}.items())).__name__, type(iter(set())).__name__, type(iter(b"")).__name__, type(iter(range(0))).__name__, type(reversed([])).__name__,
      type(zip()).__name__, type(map(len, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(iter(Items())).__name__, type(iter(int, 1)).__name__, type(reversed("a")).__name__, type(reversed({})).__name__)
l = iter([1, 2, 3])
print(l.__length_hint__(), next(l), l.__length_hint__(), iter(l) is l)


class Reversible:
    def __reversed__(self):
        return iter("custom")


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return f"item{i}"


print(list(reversed(Reversible())), list(reversed(Sequence())), list(reversed(Sequence())) == list(Sequence().__getitem__(i) for i in (2, 1, 0)))
for thing in (5, {1}, iter([]), Count(1), (x for x in "a")):
    attempt(lambda: reversed(thing))


class Contains:
    def __contains__(self, x):
        return "yes" if x else ""


print(1 in Contains(), 0 in Contains(), 1 not in Contains())


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


attempt(lambda: 1 in NoContains())
instance = Count(2)
instance.__iter__ = lambda: iter("instance attributes are not looked at")
print(list(instance))
for i in Count(2):
    for j in Count(2):
        print((i, j), end=" ")
print()
