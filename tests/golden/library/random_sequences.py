import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice("abcdef"), r.sample(range(100), 5), r.uniform(1, 2), r.gauss(0, 1), r.getrandbits(70), r.randbytes(5), r.choices("ab", [1, 3], k=5), r.triangular(), r.betavariate(1, 2), r.expovariate(1.5), r.randrange(0, 100, 7))
l = list(range(10)); r.shuffle(l); print(l, r.normalvariate(), r.vonmisesvariate(1, 2), r.gammavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2), r.lognormvariate(0, 1), r.binomialvariate(10, 0.3))
state = r.getstate(); a = r.random(); r.setstate(state); print(a == r.random(), random.Random("text").random(), random.Random(b"b").random(), random.Random(-5).random(), random.Random(2**100).random())
for make in (lambda: r.randint(2, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.choices([1], k=1, weights=[0]), lambda: random.Random([1])):
    try: make()
    except (ValueError, IndexError, TypeError) as error: print(type(error).__name__, error)
