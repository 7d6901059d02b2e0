"""random: seeds of every kind, the functions of a seeded generator, and the text of errors."""

import random


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


r = random.Random(42)
for seed in (0, 1, -1, 2**70, 1.5, "text", b"bytes", bytearray(b"ba"), None and 0, True):
    s = random.Random(seed)
    print(repr(seed), s.random() if seed is not None else "", s.getrandbits(40) if seed is not None else "")
for version in (1, 2):
    s = random.Random()
    s.seed("abc", version=version)
    print(version, s.random(), s.randrange(10**20))
print([r.randrange(10) for _ in range(5)], r.randint(1, 6), r.choice("abc"), r.choices([1, 2, 3], k=4), r.choices("ab", weights=[1, 9], k=3), r.choices("ab", cum_weights=[1, 2], k=2))
print(r.sample(range(100), 5), r.sample("abcdef", 2), r.sample([1, 2], counts=[3, 1], k=3), r.uniform(1, 2), r.triangular(), r.triangular(1, 5, 2))
print(r.gauss(), r.gauss(1, 2), r.normalvariate(), r.lognormvariate(0, 1), r.expovariate(1.5), r.vonmisesvariate(0, 4), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.gammavariate(1, 1))
print(r.betavariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2), r.binomialvariate(10, 0.5), r.binomialvariate(100, 0.3), r.binomialvariate(), r.randbytes(5))
items = list(range(8))
r.shuffle(items)
print(items, r.getrandbits(0), r.getrandbits(1), r.getrandbits(100), r.randrange(0, 100, 7), r.randrange(-5, -20, -3))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])

ask(r'''
r.randrange(0)
r.randrange(5, 5)
r.randrange(1.5)
r.randrange(1, 10, 0)
r.randrange("a")
r.randrange(5, None, 2)
r.randint(5, 1)
r.randint(1.5, 2)
r.choice([])
r.choice(5)
r.choice({})
r.choices([])
r.choices([1], weights=[0])
r.choices([1], weights=[1, 2])
r.choices([1, 2], weights=[1, 1], cum_weights=[1, 2])
r.choices([1, 2], weights=5)
r.choices([1], weights=[float("nan")])
r.sample([1], 2)
r.sample([1, 2], -1)
r.sample({1, 2}, 1)
r.sample(5, 1)
r.sample([1, 2], counts=[1], k=1)
r.sample([1], counts=[-1], k=1)
r.sample([1], counts=["a"], k=1)
r.shuffle("abc")
r.shuffle((1, 2))
r.getrandbits(-1)
r.getrandbits("a")
r.getrandbits(1.5)
r.randbytes(-1)
r.random(1)
r.seed([])
r.seed(object)
r.setstate(5)
r.setstate((3, (1, 2), None))
r.setstate((9, (), None))
r.binomialvariate(-1)
r.binomialvariate(5, 2)
r.gammavariate(-1, 1)
r.expovariate(0)
random.Random(1, 2)
random.Random([])
random.SystemRandom().getstate()
random.SystemRandom().seed(5), random.SystemRandom().getrandbits(0), 0 <= random.SystemRandom().random() < 1, len(random.SystemRandom().randbytes(3))
random.SystemRandom().getrandbits(-1)
isinstance(random.random(), float), random.seed.__self__.__class__.__name__, sorted(random.__all__)[:4]
''')
