"""A method call and an attribute update in a loop"""


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, amount):
        self.total += amount


def main(n):
    counter = Counter()
    for i in range(n):
        counter.add(i)
    return counter.total


print(main(10_000_000))
