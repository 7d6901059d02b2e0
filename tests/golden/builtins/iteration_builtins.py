"""zip, map, filter, enumerate, reversed, sorted, all, any, iter, next."""


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip([1], "ab", (x for x in range(9)))), list(zip("ab", "cd", strict=True)), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(int, "123")), sum(map(len, ["a", "bc"])), list(map(pow, [2, 3], [3, 2])))
print(list(filter(None, [0, 1, "", "a", [], None, 2.5])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isdigit, "a1b2")), list(filter(bool, [])))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(["x"], start=-1)), list(enumerate([], 3)), list(enumerate("ab", 2 ** 70)), dict(enumerate("xy")), list(enumerate(iterable="q")))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), "".join(reversed("hello")))
print(sorted([3, 1, 2]), sorted("cab", reverse=True), sorted({"b": 1, "a": 2}), sorted((2, 1)), sorted(["b", "A", "c"], key=str.lower), sorted([(1, 2), (0, 5)], key=lambda p: p[1]), sorted([]), sorted(iter([2, 1])), sorted(range(5), key=lambda x: -x), sorted([1, 2, 3], key=lambda x: 0, reverse=True))
print(all([]), all([1, 0]), any([]), any([0, 1]), all(x < 3 for x in range(3)), any(x > 5 for x in range(3)), all("abc"), any({0: 1}), all({}), any(iter([0, 0, 5])))
calls = []


def lazy(x):
    calls.append(x)
    return x


m = map(lazy, [1, 2, 3])
print(calls, next(m), calls)
f = filter(lazy, [0, 0, 4, 5])
print(next(f), calls)
print(any(lazy(x) for x in [0, 7, 8]), all(lazy(x) for x in [9, 0, 10]), calls)
it = iter([1, 2, 3, 4, 5])
z = zip(it, it)
print(next(z), list(z), list(it))
short, long = iter([1]), iter([1, 2, 3])
print(list(zip(short, long)), list(long))
short, long = iter([1]), iter([1, 2, 3])
print(list(zip(long, short)), list(long))
for source in ("list(zip(5))", "list(zip([1], 5))", "list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "list(zip([1], [1], [], strict=True))", "zip(x=1)", "zip([1], strict=5) is not None", "map()", "map(str)", "list(map(5, [1]))", "list(map(len, [1]))",
               "map(str, 5)", "list(map(lambda x: x, [1], [2]))", "list(map(str, [1], strict=True))", "list(map(pow, [1, 2], [1], strict=True))", "filter()", "filter(None)", "list(filter(5, [1]))", "filter(None, 5)", "enumerate()", "enumerate(5)", "enumerate([], 'a')", "enumerate([], 1, 2)", "enumerate([], bad=1)",
               "reversed(5)", "reversed({1})", "reversed()", "reversed(iter([]))", "sorted(5)", "sorted([1, 'a'])", "sorted([1], 5)", "sorted([1], key='x')", "sorted([[1], 'a'])", "sorted([1], reverse=None)", "all(5)", "any(None)", "all()", "all([1], [2])", "next(map(len, []))", "next(iter([1]), 2, 3)", "iter()", "iter([], 5)",
               "next([])", "iter(5)", "len(map(str, []))", "map(str, [1])[0]", "zip([1]) == zip([1])", "sorted({1: 2}, key=lambda k: -k)", "iter(lambda: 5, 5).__next__()", "list(filter(lambda x: 1 / x, [1, 0]))", "list(zip(iter(int, 1), 'ab'))"):
    attempt(source)


def raising():
    yield 1
    raise ValueError("from the generator")


for function in (list, tuple, set, sum, sorted, all, max, "".join, dict.fromkeys, lambda g: list(zip(g, "abc")), lambda g: list(map(str, g)), lambda g: [*g], lambda g: list(enumerate(g)), lambda g: [].extend(g)):
    try:
        function(raising())
        print("no error")
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
callable_iterator = iter([3, 2, 1].pop, 3)
print(list(callable_iterator), list(callable_iterator))
nested = map(lambda pair: pair[0] * pair[1], zip(range(5), filter(lambda x: x > 2, range(10))))
print(list(nested), [i for i, c in enumerate(reversed("abc")) if c != "b"], list(map(lambda *a: a, "ab", [1, 2], (None, True))))
e = enumerate("abc")
next(e)
print(list(e), type(e).__name__, list(map(list, zip(*[[1, 2], [3, 4]]))), sorted(map(lambda x: x % 3, range(7)), reverse=True), max(map(abs, [-5, 3])), list(zip(range(2), zip("ab", "cd"))))
