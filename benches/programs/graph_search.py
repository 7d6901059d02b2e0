"""Shortest ways through a generated street map: Dijkstra's algorithm and A* on a priority queue of our own.

The queue is a binary heap in a list; the map is a dict of dicts, made by a linear congruential generator.
"""

import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n


class PriorityQueue:
    """Entries are tuples; the smallest comes out first."""

    def __init__(self):
        self.entries = []

    def __len__(self):
        return len(self.entries)

    def push(self, entry):
        entries = self.entries
        entries.append(entry)
        at = len(entries) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if entries[parent] <= entry:
                break
            entries[at] = entries[parent]
            at = parent
        entries[at] = entry

    def pop(self):
        entries = self.entries
        last = entries.pop()
        if not entries:
            return last
        first = entries[0]
        at, n = 0, len(entries)
        while True:
            child = 2 * at + 1
            if child >= n:
                break
            if child + 1 < n and entries[child + 1] < entries[child]:
                child += 1
            if last <= entries[child]:
                break
            entries[at] = entries[child]
            at = child
        entries[at] = last
        return first


def street_map(size, random):
    """Crossings of a grid, with lengths of streets; some are closed, and a few diagonals are quick."""
    streets = {(x, y): {} for x in range(size) for y in range(size)}
    for x, y in streets:
        for dx, dy in ((1, 0), (0, 1), (1, 1)):
            there = (x + dx, y + dy)
            if there not in streets:
                continue
            closed = random.below(10) < (7 if dx and dy else 2)
            length = 10 + random.below(20)
            if not closed:
                streets[x, y][there] = length
                streets[there][x, y] = length
    return streets


def dijkstra(streets, start):
    distances = {start: 0}
    queue = PriorityQueue()
    queue.push((0, start))
    while queue:
        distance, here = queue.pop()
        if distance > distances[here]:
            continue
        for there, length in streets[here].items():
            total = distance + length
            if there not in distances or total < distances[there]:
                distances[there] = total
                queue.push((total, there))
    return distances


def a_star(streets, start, goal):
    """The length of the shortest way, the way, and how many crossings were looked at."""

    def at_least(place):
        return 10 * max(abs(place[0] - goal[0]), abs(place[1] - goal[1]))

    came_from = {start: None}
    costs = {start: 0}
    queue = PriorityQueue()
    queue.push((at_least(start), start))
    done = set()
    while queue:
        here = queue.pop()[1]
        if here == goal:
            break
        if here in done:
            continue
        done.add(here)
        cost = costs[here]
        for there, length in streets[here].items():
            total = cost + length
            if total < costs.get(there, 1 << 60):
                costs[there] = total
                came_from[there] = here
                queue.push((total + at_least(there), there))
    else:
        return None, [], len(done)
    way = []
    while here is not None:
        way.append(here)
        here = came_from[here]
    return costs[goal], way[::-1], len(done)


def main(size):
    random = Random(42)
    streets = street_map(size, random)
    edges = sum(len(ends) for ends in streets.values()) // 2
    print(f"{len(streets)} crossings, {edges} streets")
    distances = dijkstra(streets, (0, 0))
    farthest = max(distances, key=lambda place: (distances[place], place))
    print(f"reached {len(distances)}, farthest {farthest} at {distances[farthest]}")
    for _ in range(5):
        goal = (random.below(size), random.below(size))
        length, way, looked_at = a_star(streets, (0, 0), goal)
        assert length == distances.get(goal)
        print(f"to {goal}: {length} by {len(way)} crossings, {looked_at} looked at, half-way {way[len(way) // 2] if way else None}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
