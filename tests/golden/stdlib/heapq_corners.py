"""Heaps: ties, failing comparisons, lists that change, merge, and the max-heaps."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

import heapq


class Item:
    log = []

    def __init__(self, key, name=""):
        self.key, self.name = key, name

    def __lt__(self, other):
        Item.log.append(f"{self.key}{self.name}<{other.key}{other.name}")
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.name}"


def logged(function, *args):
    Item.log.clear()
    result = function(*args)
    print(function.__name__, result, args[0], *Item.log)


heap = [Item(k, n) for k, n in zip([5, 3, 8, 1, 3, 9, 2], "abcdefg")]
logged(heapq.heapify, heap)
logged(heapq.heappush, heap, Item(0, "z"))
logged(heapq.heappop, heap)
logged(heapq.heapreplace, heap, Item(4, "r"))
logged(heapq.heappushpop, heap, Item(0, "p"))
logged(heapq.heappushpop, heap, Item(7, "q"))
while len(heap) > 3:
    logged(heapq.heappop, heap)
heap = [Item(k, n) for k, n in zip([5, 3, 8, 1, 3, 9, 2], "abcdefg")]
logged(heapq.heapify_max, heap)
logged(heapq.heappush_max, heap, Item(6, "y"))
logged(heapq.heappop_max, heap)
logged(heapq.heapreplace_max, heap, Item(4, "r"))
logged(heapq.heappushpop_max, heap, Item(0, "p"))
print(heapq.nlargest(3, [1, 5, 2, 5, 3]), heapq.nsmallest(2, "hello"), heapq.nsmallest(0, [1]), heapq.nlargest(9, [1, 2]), heapq.nlargest(-1, [1]))
print(heapq.nlargest(2, ["bb", "a", "cc", "ddd"], key=len), heapq.nsmallest(2, ["bb", "a", "cc"], key=len), heapq.nsmallest(1, [], key=len), heapq.nlargest(1, []))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge()), list(heapq.merge([5, 2], [4, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
print(list(heapq.merge([1, 1], [1.0, True])))
t(heapq.heappop, [])
t(heapq.heapreplace, [], 1)
t(heapq.heappushpop, [], 1)
t(heapq.heappop, (1,))
t(heapq.heapify, (1,))
t(heapq.heappush, 5, 1)
t(heapq.heappush, [])
t(heapq.heapify, [1, "a"])
t(heapq.heappop_max, [])
t(heapq.nlargest, 2, 5)
t(heapq.nlargest, "x", [1])
t(lambda: list(heapq.merge([1], ["a"])))


class Shrinks:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True

    __gt__ = __lt__


for function in (heapq.heapify, heapq.heappop, heapq.heapify_max, heapq.heappop_max):
    heap = []
    heap.extend(Shrinks(heap) for _ in range(5))
    t(function, heap)
    print(len(heap))
for function in (heapq.heappush, heapq.heapreplace, heapq.heappushpop):
    heap = []
    heap.extend(Shrinks(heap) for _ in range(5))
    t(lambda: function(heap, Shrinks(heap)) and None)
    print(len(heap))
