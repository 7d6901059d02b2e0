"""Lists that change while something looks at them."""

a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
a = [1, 2, 3]
seen = []
for x in a:
    seen.append(x)
    if len(a) < 8:
        a.append(x * 10)
print(seen)
a = list(range(10))
it = iter(a)
next(it)
del a[:5]
print(next(it), list(it))
a.append("late")
print(list(it))
a = [1, 2, 3]
it = iter(a)
a.clear()
print(list(it))
a.extend([7, 8])
print(list(it))
a = [1, 2, 3]
r = reversed(a)
next(r)
a.append(4)
a.pop(0)
print(list(r))


class Evil:
    """Changes the list from inside its comparison."""

    def __init__(self, target, action):
        self.target, self.action = target, action

    def __eq__(self, other):
        self.action(self.target)
        return False


for action in (list.clear, lambda l: l.append(1) if len(l) < 10 else None, lambda l: l.pop() if l else None):
    target = []
    target.extend([Evil(target, action), 1, 2, Evil(target, action), 3])
    try:
        print(target.count(99), len(target))
        print(99 in target, len(target))
        print(target.index(99))
    except ValueError as error:
        print(error, len(target))
    try:
        target.remove(99)
    except ValueError as error:
        print(error, len(target))

target = []
target.extend([Evil(target, list.clear), 1])
print(target == [5, 1], target)


class Shrink:
    def __init__(self, target):
        self.target = target

    def __repr__(self):
        self.target.clear()
        return "shrunk"


target = []
target.extend([1, Shrink(target), 2, 3])
print(target)
print(target)


class KeyShrink:
    def __call__(self, x):
        items.clear()
        return x


items = [3, 2, 1]
try:
    items.sort(key=KeyShrink())
except ValueError as error:
    print(error, items)


class LtMutate:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        holder.append("x")
        return self.n < other.n


holder = [LtMutate(2), LtMutate(1)]
try:
    holder.sort()
except ValueError as error:
    print(error, len(holder))

target = [1, 2, 3, 4]


def growing():
    for i in range(3):
        target.append(f"g{i}")
        yield i


target[1:2] = growing()
print(target)
target = [1, 2]
try:
    target.extend(x for x in target if len(target) < 20)
    print(len(target))
except Exception as error:
    print(error)
target = [0, 1, 2, 3]
target[:] = (target.pop() for _ in range(3))
print(target)


class IndexShrinks:
    def __index__(self):
        target.clear()
        return 2


target = [1, 2, 3, 4]
try:
    print(target[IndexShrinks()])
except IndexError as error:
    print(error)
target = [1, 2, 3, 4]
try:
    target[IndexShrinks()] = 5
except IndexError as error:
    print(error)
target = [1, 2, 3, 4]
target.insert(IndexShrinks(), "inserted")
print(target)
target = [1, 2, 3, 4]
print(target[IndexShrinks():], target[:IndexShrinks()])
target = list(range(5))
print([target.pop() for _ in target], target)
target = [1, 2, 3]
print(list(map(lambda x: target.append(x) or len(target) if len(target) < 6 else x, target)), target)
print(list(zip(target, iter(target))), [*target, *target.copy()] == target * 2)
target = [3, 1, 2]
print(sorted(target, key=lambda x: target.append(0) or x), target)
print(sum(target, start=100), max(target, key=lambda x: -x), any(target.append(1) is not None for _ in range(3)), len(target))
