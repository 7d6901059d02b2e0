"""Cycles, garbage and long chains: much is made, nothing is lost."""


class Node:
    def __init__(self, value, link=None):
        self.value, self.link = value, link


def ring(n):
    first = last = Node(0)
    for i in range(1, n):
        last.link = Node(i)
        last = last.link
    last.link = first
    return first


total = 0
for i in range(60):
    node = ring(10)
    for _ in range(25):
        total += node.value
        node = node.link
print(total)
chain = None
for i in range(30000):
    chain = Node(i, chain)
length = 0
while chain:
    length, chain = length + 1, chain.link
print(length)
nested = []
for i in range(20000):
    nested = [nested, i]
print(nested[1], nested[0][1])
del nested
tuples = ()
for i in range(5000):
    tuples = (tuples,)
depth = 0
while tuples:
    tuples, depth = tuples[0], depth + 1
print(depth)
self_list = []
self_list.append(self_list)
self_dict = {}
self_dict["me"] = self_dict
pair = [], []
pair[0].append(pair[1])
pair[1].append(pair[0])
print(self_list[0][0] is self_list, self_dict["me"]["me"] is self_dict, pair[0][0][0] is pair[0])


def closure_cycle():
    def inner():
        return inner, data
    data = [inner]
    return inner


keep = [closure_cycle() for _ in range(50)]
print(all(f()[0] is f and f()[1][0] is f for f in keep))


def generator_cycle():
    me = yield
    while True:
        yield me


gens = []
for _ in range(30):
    g = generator_cycle()
    next(g)
    g.send(g)
    gens.append(g)
print(all(next(g) is g for g in gens))
cache = {}
for i in range(3000):
    cache[i % 100] = [str(i), (i, [i]), {"k": i}]
print(sum(v[1][0] for v in cache.values()), cache[7][2], len(cache))
strings = [f"item {i}" * 3 for i in range(500)]
joined = "".join(strings[i] for i in range(0, 500, 7))
print(len(joined), strings[123][:8])


class Graph:
    def __init__(self, n):
        self.edges = {i: set() for i in range(n)}
        for i in range(n):
            self.edges[i].add((i * 7 + 3) % n)
            self.edges[i].add((i * 5 + 1) % n)

    def reachable(self, start):
        seen, todo = {start}, [start]
        while todo:
            for other in self.edges[todo.pop()]:
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return len(seen)


print(Graph(100).reachable(0), Graph(97).reachable(5))
classes = []
for i in range(100):
    class Temporary:
        number = i

        def get(self):
            return self.number + i
    classes.append(Temporary)
print(sum(c().get() for c in classes), classes[3]().get())
try:
    def fail(n):
        local = [n] * 10
        if n == 0:
            raise ValueError(local)
        fail(n - 1)
    fail(30)
except ValueError as error:
    tb, frames = error.__traceback__, 0
    while tb:
        tb, frames = tb.tb_next, frames + 1
    print(frames, error.args[0][:2])
errors = []
for i in range(50):
    try:
        raise KeyError(i)
    except KeyError as e:
        errors.append(e)
print(sum(e.args[0] for e in errors), errors[7].__traceback__ is not None)
big = [bytes(1000) for _ in range(200)] + [[0] * 1000 for _ in range(200)]
print(sum(len(b) for b in big))
