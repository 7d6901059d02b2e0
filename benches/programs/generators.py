"""Pipelines of generators over a noisy stream of records, with exceptions as part of the flow."""

import sys


class BadRecord(ValueError):
    def __init__(self, line, reason):
        super().__init__(f"{reason} in {line!r}")
        self.line = line
        self.reason = reason


class Overdrawn(Exception):
    pass


def records(count, seed=7):
    """Lines of text, of which some are malformed."""
    names = ("ann", "bob", "cat", "dan", "eve")
    state = seed
    for number in range(count):
        state = (state * 69069 + 1) & 0xFFFFFFFF
        name = names[(state >> 8) % len(names)]
        amount = (state >> 16) % 2000 - 1000
        kind = (state >> 5) % 40
        if kind == 0:
            yield f"{name};"
        elif kind == 1:
            yield f"{name};{amount}x"
        elif kind == 2:
            yield ""
        else:
            yield f"{name};{amount};{number}"


def parse(lines):
    """Yields (name, amount); a consumer may throw `BadRecord` back in, or receive it counted."""
    for line in lines:
        if not line:
            continue
        fields = line.split(";")
        try:
            name, amount, _ = fields
            yield name, int(amount)
        except ValueError as error:
            yield BadRecord(line, type(error).__name__)


def checked(items, failures):
    for item in items:
        try:
            if isinstance(item, Exception):
                raise item
        except BadRecord as error:
            failures[error.reason] = failures.get(error.reason, 0) + 1
        else:
            yield item


def batched(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def running_mean():
    """A coroutine in the old style: send it numbers, it yields the mean so far."""
    total = count = 0
    mean = None
    while True:
        try:
            value = yield mean
        except Overdrawn:
            total, count, mean = 0, 0, None
            continue
        total += value
        count += 1
        mean = total / count


def accounts(limit):
    """Receives batches, yields how many entries were refused; returns the balances when closed with None."""
    balances = {}
    refused = 0
    while (batch := (yield refused)) is not None:
        refused = 0
        for name, amount in batch:
            try:
                balance = balances.get(name, 0) + amount
                if balance < -limit:
                    raise Overdrawn(name)
            except Overdrawn:
                refused += 1
            else:
                balances[name] = balance
            finally:
                balances.setdefault(name, 0)
    return balances


def delegate(results, limit):
    balances = yield from accounts(limit)
    results.update(balances)
    return sum(balances.values())


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
    else:
        yield tree


def nest(depth, width):
    return depth if depth == 0 else [nest(depth - 1, width) for _ in range(width)]


def primes():
    """A chain of generators, one filter a prime."""
    def sieve(numbers, prime):
        return (n for n in numbers if n % prime)

    def count_from(n):
        while True:
            yield n
            n += 1

    numbers = count_from(2)
    while True:
        prime = next(numbers)
        yield prime
        numbers = sieve(numbers, prime)


def take(count, items):
    for _, item in zip(range(count), items):
        yield item


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    failures, balances = {}, {}
    mean = running_mean()
    next(mean)
    ledger = delegate(balances, 5_000)
    next(ledger)
    refused = resets = 0
    last = None
    for batch in batched(checked(parse(records(count)), failures), 64):
        refused += ledger.send(batch)
        for _, amount in batch:
            last = mean.send(amount)
        if last is not None and last > 8:
            mean.throw(Overdrawn)
            resets += 1
    try:
        ledger.send(None)
    except StopIteration as stop:
        print("total", stop.value)
    mean.close()
    for name in sorted(balances):
        print(f"{name} {balances[name]:>10}")
    print("failures", sorted(failures.items()))
    print(f"refused {refused}, resets {resets}, mean {last:.6f}")
    print("leaves", sum(1 for _ in walk(nest(7, 4))))
    print("primes", list(take(400, primes()))[-5:])


if __name__ == "__main__":
    main()
