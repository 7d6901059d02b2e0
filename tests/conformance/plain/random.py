"""A small generator of random numbers."""


class Random:
    def __init__(self, seed=1):
        self.seed(seed)

    def seed(self, seed=1):
        self.state = hash(seed) & (1 << 64) - 1

    def getrandbits(self, bits):
        value = 0
        for _ in range(0, bits, 32):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
            value = value << 32 | self.state >> 32
        return value >> -bits % 32

    def random(self):
        return self.getrandbits(53) / (1 << 53)

    def randrange(self, start, stop=None, step=1):
        start, stop = (0, start) if stop is None else (start, stop)
        count = (stop - start + step - 1) // step
        return start + step * (self.getrandbits(count.bit_length() + 32) % count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, items):
        return items[self.randrange(len(items))]

    def choices(self, items, k=1):
        return [self.choice(items) for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def shuffle(self, items):
        for at in range(len(items) - 1, 0, -1):
            other = self.randrange(at + 1)
            items[at], items[other] = items[other], items[at]

    def sample(self, items, k):
        items = list(items)
        self.shuffle(items)
        return items[:k]


_one = Random()
seed, getrandbits, random, randrange, randint = _one.seed, _one.getrandbits, _one.random, _one.randrange, _one.randint
choice, choices, uniform, shuffle, sample = _one.choice, _one.choices, _one.uniform, _one.shuffle, _one.sample
