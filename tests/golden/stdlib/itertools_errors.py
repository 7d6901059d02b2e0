"""Arguments that itertools refuse, and iterables that fail or change half way."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from itertools import *

big = 2**100


def failing(n):
    yield from range(n)
    raise ZeroDivisionError("half way")


def taken(iterator):
    got = []
    try:
        for item in iterator:
            got.append(item)
            if len(got) > 9:
                break
    except Exception as error:
        got.append(f"{type(error).__name__}: {error}")
    return got


ask("""
taken(accumulate(failing(3))), taken(accumulate([])), taken(accumulate([1, 2], initial=5)), taken(accumulate("ab", lambda a, b: b + a)), taken(accumulate([1, "x"]))
accumulate()
accumulate(5)
accumulate([1], 2, 3)
taken(accumulate([1, 2], 5))
taken(batched(failing(5), 2)), taken(batched("abcdef", 4)), taken(batched("abcd", 2, strict=True)), taken(batched("abc", 2, strict=True))
batched("a", 0)
batched("a", "x")
batched("a", big)
batched("a")
taken(chain([1], failing(1), [2])), taken(chain([1], 5)), taken(chain.from_iterable(["ab", 5])), taken(chain.from_iterable(failing(0))), taken(chain())
chain(a=1)
chain.from_iterable(5)
taken(combinations("abcd", 3)), taken(combinations("ab", 5)), taken(combinations("ab", 0)), taken(combinations([], 0))
combinations("ab", -1)
combinations("ab", "x")
combinations("ab", big)
combinations(5, 1)
combinations(failing(2), 1)
taken(combinations_with_replacement("ab", 2)), taken(combinations_with_replacement("", 2)), taken(combinations_with_replacement("", 0))
combinations_with_replacement("ab", -1)
taken(permutations("abc")), taken(permutations("abc", 2)), taken(permutations("ab", 3)), taken(permutations("ab", None)), taken(permutations("", 0))
permutations("ab", -1)
permutations("ab", 1.5)
taken(compress("abcdef", [1, 0, 1])), taken(compress(failing(2), count())), taken(compress("ab", failing(1)))
compress("ab")
compress(5, [1])
count(), count(5), count(1.5, 0.5), count(step=-1), count(big), count(big, 2), count(0, big), count(1, 1.0), count(True)
taken(islice(count(2**63 - 2), 4)), taken(islice(count(-1, -3), 3)), taken(islice(count(1j, 1), 2)), taken(islice(count(5, 0), 3))
count("x")
count(1, "x")
count(1, 2, 3)
taken(cycle(failing(2))), taken(cycle([])), taken(islice(cycle("ab"), 5))
cycle(5)
cycle()
taken(dropwhile(lambda x: x < 2, failing(4))), taken(takewhile(lambda x: x < 2, failing(4))), taken(takewhile(5, [1])), taken(dropwhile(None, [1]))
taken(filterfalse(None, [0, 1, "", "x"])), taken(filterfalse(lambda x: 1 / x, [1, 0])), taken(starmap(pow, [(2, 3), (3, 2)])), taken(starmap(pow, [5])), taken(starmap(pow, [(1,)]))
[(k, list(g)) for k, g in groupby("aabbba")], [(k, list(g)) for k, g in groupby([1, 2, 11], key=lambda x: x // 10)], [k for k, g in groupby(failing(0))] if False else 0
taken(groupby(failing(0))), list(groupby([])), taken((k, list(g)) for k, g in groupby([1, "a"], key=lambda x: x + 1))
groupby()
groupby(5)
islice("abc")
islice("abc", -1)
islice("abc", 1, -1)
islice("abc", 1, 2, 0)
islice("abc", "x")
islice("abc", 1, "x")
islice("abc", 0, 1, big)
islice("abc", 0, big)
taken(islice("abcdef", 1, None, 2)), taken(islice("abc", None)), taken(islice("abc", None, None, None)), taken(islice("abc", 0)), taken(islice(failing(2), 2)), taken(islice(failing(2), 3))
taken(pairwise("abc")), taken(pairwise("a")), taken(pairwise(failing(3))), taken(pairwise([]))
pairwise(5)
taken(product("ab", [1, 2])), taken(product("ab", repeat=2)), taken(product()), taken(product("ab", repeat=0)), taken(product("ab", "")), taken(product([], repeat=0))
product("ab", repeat=-1)
product("ab", repeat="x")
product("ab", repeat=big)
product("ab", x=1)
product(5)
repeat(5), repeat(5, 2), repeat(5, -1), repeat(5, times=3), taken(repeat(1, 2)), repeat(5, 2).__length_hint__()
repeat(5).__length_hint__()
repeat(5, "x")
repeat(5, big)
repeat()
tee("ab", 0), [taken(t) for t in tee("ab", 3)], [taken(t) for t in tee(failing(1))]
tee("ab", -1)
tee("ab", "x")
tee(5)
taken(zip_longest("abc", [1], fillvalue="-")), taken(zip_longest(failing(1), "ab")), taken(zip_longest()), taken(zip_longest("ab"))
zip_longest("ab", x=1)
zip_longest(5)
taken(zip("ab", [1], strict=True)), taken(zip([1], "ab", strict=True)), taken(zip("ab", [1, 2], [1], strict=True)), taken(zip(strict=True)), taken(zip("ab", failing(1)))
zip("ab", x=1)
taken(map(pow, [2, 3], [1])), taken(map(pow, [2, 3], [1], strict=True)), taken(map(5, [1])), taken(map(str)) if False else 0
map()
map(str)
filter(None)
taken(filter(None, [0, 1])), taken(filter(5, [1])), taken(enumerate("ab", 2**63)), taken(enumerate("ab", start=-1)), taken(reversed([1, 2]))
enumerate("ab", "x")
enumerate(5)
enumerate()
reversed(5)
reversed({1})
reversed("ab", 1)
""")
