"""A heap by hand, Dijkstra, topological order, union-find, and a maze."""


class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.items = key, []
        for item in items:
            self.push(item)

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items, key = self.items, self.key
        items.append(item)
        i = len(items) - 1
        while i and key(items[i]) < key(items[(i - 1) // 2]):
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items, key = self.items, self.key
        items[0], items[-1] = items[-1], items[0]
        top = items.pop()
        i, n = 0, len(items)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and key(items[child + 1]) < key(items[child]):
                child += 1
            if key(items[i]) <= key(items[child]):
                break
            items[i], items[child] = items[child], items[i]
            i = child
        return top

    def __iter__(self):
        while self:
            yield self.pop()


print(list(Heap([5, 3, 8, 1, 9, 2, 7])), list(Heap("heaps", key=lambda c: -ord(c))), len(Heap()))


class Graph:
    def __init__(self):
        self.edges = {}

    def connect(self, a, b, weight=1, both=True):
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})
        if both:
            self.edges[b][a] = weight
        return self

    def shortest(self, start, goal):
        best, came, done = {start: 0}, {}, set()
        heap = Heap([(0, start)], key=lambda entry: entry[0])
        for distance, node in heap:
            if node in done:
                continue
            done.add(node)
            if node == goal:
                break
            for other, weight in self.edges[node].items():
                if (new := distance + weight) < best.get(other, float("inf")):
                    best[other], came[other] = new, node
                    heap.push((new, other))
        else:
            return None, []
        path = [goal]
        while path[-1] != start:
            path.append(came[path[-1]])
        return best[goal], path[::-1]

    def topological(self):
        state, order = {}, []

        def visit(node, trail):
            if state.get(node) == "open":
                raise ValueError("cycle: " + " -> ".join([*trail[trail.index(node):], node]))
            if node in state:
                return
            state[node] = "open"
            for other in sorted(self.edges[node]):
                visit(other, trail + [node])
            state[node] = "done"
            order.append(node)

        for node in sorted(self.edges):
            visit(node, [])
        return order[::-1]


g = Graph()
for a, b, w in [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3), ("X", "Y", 1)]:
    g.connect(a, b, w)
print(g.shortest("A", "E"), g.shortest("E", "C"), g.shortest("A", "X"), g.shortest("A", "A"))
d = Graph()
for pair in ["shirt tie", "tie jacket", "trousers shoes", "trousers belt", "belt jacket", "socks shoes"]:
    d.connect(*pair.split(), both=False)
print(d.topological())
try:
    d.connect("jacket", "shirt", both=False).topological()
except ValueError as error:
    print(error)


class Union:
    def __init__(self, items):
        self.parent = {i: i for i in items}

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = x = self.parent[self.parent[x]]
        return x

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b

    def __len__(self):
        return sum(1 for k, v in self.parent.items() if k == v)


u = Union(range(100))
for i in range(100):
    u.join(i, i * 7 % 100)
print(len(u), sorted({u.find(i) for i in range(100)})[:5] != [], u.join(1, 2), u.join(2, 1))


def kruskal(graph):
    edges = sorted((w, a, b) for a, others in graph.edges.items() for b, w in others.items() if a < b)
    union = Union(graph.edges)
    return [(a, b, w) for w, a, b in edges if union.join(a, b)]


print(kruskal(g))
MAZE = """\
#########
#S  #   #
# # # # #
# #   # #
# ##### #
#     #G#
#########"""


def solve(maze):
    grid = [list(row) for row in maze.split("\n")]
    places = {c: (y, x) for y, row in enumerate(grid) for x, c in enumerate(row) if c in "SG"}
    queue, came = [places["S"]], {places["S"]: None}
    while queue:
        y, x = queue.pop(0)
        if grid[y][x] == "G":
            break
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if grid[y + dy][x + dx] != "#" and (y + dy, x + dx) not in came:
                came[y + dy, x + dx] = y, x
                queue.append((y + dy, x + dx))
    steps, at = 0, came[y, x]
    while at is not None and came[at] is not None:
        grid[at[0]][at[1]] = "."
        at, steps = came[at], steps + 1
    return steps, "\n".join(map("".join, grid))


print(*solve(MAZE), sep="\n")
big = Graph()
for i in range(400):
    big.connect(i, (i * 17 + 5) % 400, i % 13 + 1)
    big.connect(i, (i + 1) % 400, 20)
print(big.shortest(0, 399), len(kruskal(big)))
