"""Frames of methods, comprehensions, lambdas, class bodies and generators."""


class Machine:
    def __init__(self, parts):
        self.parts = parts

    def __add__(self, other):
        return self.run(other)

    def run(self, other):
        return [self.check(p, other) for p in self.parts]

    def check(self, part, other):
        return sum(self.generate(part, other))

    def generate(self, part, other):
        yield part
        yield (lambda x: x + other)(part)

    @property
    def broken(self):
        return Machine([1]) + "text"


def make():
    class Inner:
        value = Machine([0]).broken
    return Inner


make()
