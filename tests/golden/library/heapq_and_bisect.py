import heapq, bisect
h = [5, 3, 8, 1]
heapq.heapify(h); heapq.heappush(h, 2)
print(h, heapq.heappop(h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 0), h, heapq.nlargest(2, h), heapq.nsmallest(2, "hello", key=ord), list(heapq.merge([1, 4], [2, 3], reverse=False)))
print(list(heapq.merge(["b", "a"], ["c"], key=str, reverse=True)), heapq.nlargest(10, [1]), heapq.nsmallest(0, [1]))
h = []
for x in [3, 1, 2]: heapq.heappush_max(h, x)
print(heapq.heappop_max(h), h)
s = [1, 3, 3, 5]
print(bisect.bisect(s, 3), bisect.bisect_left(s, 3), bisect.bisect_right(s, 9), bisect.bisect_left(s, 3, 2), bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda p: p[0]))
bisect.insort(s, 4); bisect.insort_left(s, 3); print(s)
for make in (lambda: heapq.heappop([]), lambda: bisect.bisect([1, "a", 2], 1.5), lambda: bisect.bisect(s, 1, -1)):
    try: print(make())
    except (IndexError, TypeError, ValueError) as error: print(type(error).__name__, error)
