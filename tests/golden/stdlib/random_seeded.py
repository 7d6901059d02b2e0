"""Seeded streams of random, with every function, and what they refuse."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import random
from random import Random

r = Random(2024)
ask("""
r.random(), r.uniform(1, 10), r.randint(1, 6), r.randrange(10), r.randrange(5, 50, 7), r.randrange(10, 0, -3), r.getrandbits(70), r.randbytes(5)
r.choice("abc"), r.choices("abc", k=4), r.choices([1, 2], weights=[1, 9], k=3), r.choices([1, 2], cum_weights=[1, 10], k=3), r.sample(range(100), 4), r.sample("ab", 2, counts=[2, 3]), r.sample([1], 0)
(lambda x: (r.shuffle(x), x))(list(range(8)))
r.gauss(0, 1), r.gauss(), r.normalvariate(1, 2), r.lognormvariate(0, 1), r.expovariate(2), r.expovariate(), r.betavariate(1, 2), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.gammavariate(1, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(0, 4), r.vonmisesvariate(0, 0), r.triangular(), r.triangular(1, 5, 2), r.triangular(3, 3), r.binomialvariate(10, 0.3), r.binomialvariate(200, 0.5), r.binomialvariate(5, 0), r.binomialvariate(5, 1)
Random("text").random(), Random(b"bytes").random(), Random(bytearray(b"bytes")).random(), Random(1.5).random(), Random(-7).random() == Random(7).random(), Random(2**100).random(), Random(True).random() == Random(1).random(), Random(0).random()
Random([])
Random(None).random() < 1, Random(5, ) is not None
r.seed("x", version=1), r.random(), r.seed("x", 2), r.random(), r.seed(5), r.random()
r.randrange(0)
r.randrange(5, 5)
r.randrange(5, 1)
r.randrange(1, 5, 0)
r.randrange(1.5)
r.randrange("x")
r.randrange(5, None, 2)
r.randint(5, 1)
r.randint(1.5, 2)
r.choice([])
r.choice({1, 2})
r.choices([], k=2)
r.choices("ab", [1, 2, 3])
r.choices("ab", [0, 0])
r.choices("ab", [1, 2], cum_weights=[1, 2])
r.choices("ab", [1, float("inf")])
r.sample([1], 2)
r.sample([1], -1)
r.sample({1, 2}, 1)
r.sample([1], 1, counts=[-1])
r.sample([1, 2], 1, counts=[1])
r.shuffle((1, 2))
r.getrandbits(-1)
r.getrandbits(0)
r.getrandbits(1.5)
r.randbytes(-1)
r.setstate((1, 2, 3))
r.setstate(5)
r.binomialvariate(-1)
r.binomialvariate(1, 2)
r.expovariate(0)
r.vonmisesvariate(0, 1e-9) >= 0
(lambda s: (r.random(), r.setstate(s), r.random()))(r.getstate())[0::2].__len__(), len(r.getstate()[1]), r.getstate()[0]
random.SystemRandom().random() < 1, random.Random(1).choice(range(2**70)), Random(3).randrange(2**200)
random.SystemRandom().getstate()
""")


class Own(Random):
    def random(self):
        return 0.25


own = Own()
print(own.randrange(8), own.choice("abcd"), own.uniform(0, 4), own.shuffle(x := [1, 2, 3, 4]), x)
