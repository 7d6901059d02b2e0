"""iter() with sentinels, __getitem__ sequences, iterators that fail, and hints of length."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


class Stopping:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration("stop")
        return i


class Keyed:
    def __getitem__(self, key):
        raise KeyError(key)


class NotIterator:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None


class Raises:
    def __iter__(self):
        raise TypeError("mine")


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


class Len(Hint):
    def __len__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


class Forever:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(1, 2)


counter = iter(range(100)).__next__
ask("""
list(iter(counter, 3)), list(iter(counter, 7)), iter(counter, 5).__class__.__name__
iter(5, 1)
iter(counter)
list(Old()), 9 in Old(), 5 in Old(), max(Old()), [*Old()], dict(zip(Old(), "ab")), tuple(Old()), list(reversed([*Old()]))
list(Stopping()), 5 in Stopping()
list(Keyed())
5 in Keyed()
list(NotIterator())
iter(NoneIter())
1 in NoneIter()
[*NoneIter()]
list(Raises())
1 in Raises()
list(Hint(5)), list(Hint(0)), list(Hint(NotImplemented))
list(Hint(-1))
list(Hint("x"))
list(Hint(2**100))
list(Hint(ValueError("hint")))
list(Hint(TypeError("hint")))
list(Len(5)), tuple(Len(1))
list(Len(-1))
list(Len(ValueError("len")))
list(Len(TypeError("len")))
len(Len(-1))
len(Len("x"))
len(Len(2**100))
len(Len(True)), bool(Len(0)), bool(Len(3))
bool(Len(-1))
list(Forever()), next(Forever(), "default")
next(Forever())
sum(Old()), sorted(Old(), reverse=True), any(Old()), all(Old()), min(Old(), key=lambda x: -x), set(Old()), ",".join(map(str, Old())), list(enumerate(Old(), 1))[-1], list(filter(None, Old()))
list(map(lambda a, b: a + b, Old(), [1, 2])), list(zip(Old(), Old(), strict=True))[-1], [].extend(Old()), bytes(Old()), dict.fromkeys(Old()), frozenset(Old()) == {0, 1, 4, 9}
reversed(Hint(2))
len(Hint(2))
list(zip()), list(zip("ab")), next(zip("ab", [])) if False else 0, list(map(None, [])), list(filter(None, []))
next(map(None, [1]))
list(reversed(range(3))), reversed("ab").__length_hint__(), reversed([1, 2]).__reduce__(), iter([1]).__reduce__()[1:], iter(()).__reduce__()[1:], iter("").__reduce__()[1:], enumerate("ab").__reduce__()[1][1:]
iter([1, 2, 3]).__setstate__(2), iter((1, 2)).__setstate__(100), iter([1]).__length_hint__(), iter(range(5)).__length_hint__(), iter({1: 2}).__length_hint__()
""")
it = iter([1, 2, 3])
it.__setstate__(1)
print(next(it), list(it), list(it), next(it, "end"))
items = [1, 2]
it = iter(items)
print(list(it))
items.append(3)
print(list(it))
it = iter(items)
next(it)
del items[:]
print(list(it), it.__length_hint__())
