"""The sequences of random, by every kind of seed."""
import random

for seed in (1, 42, 2**70, -5, "text", b"bytes", 1.5, bytearray(b"x")):
    r = random.Random(seed)
    print(seed, r.random(), r.randint(1, 100), r.getrandbits(70), r.choice("abcdef"), r.uniform(1, 2))
random.seed(7)
print([random.randrange(10) for _ in range(10)], random.sample(range(100), 5), random.choices("ab", k=5), random.gauss(0, 1), random.normalvariate(), random.expovariate(1), random.betavariate(1, 2))
x = list(range(10)); random.shuffle(x); print(x)
state = random.getstate(); a = random.random(); random.setstate(state); print(a == random.random(), state[0], len(state[1]), state[2])
print(random.triangular(), random.vonmisesvariate(0, 1), random.paretovariate(2), random.weibullvariate(1, 2), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.binomialvariate(10, 0.5), random.randbytes(4), random.getrandbits(0))
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.getrandbits(-1), lambda: random.randint(2, 1), lambda: random.Random([]), lambda: random.setstate((1, 2)), lambda: random.choices([], k=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
