"""Lists that change while their items compare, hash, iterate or turn into indices."""

def t(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ":", error)

class Act:
    """Equal to nothing; runs an action whenever it is compared."""

    def __init__(self, action, answer=False):
        self.action = action
        self.answer = answer

    def __eq__(self, other):
        self.action()
        return self.answer

    def __lt__(self, other):
        self.action()
        return self.answer

    def __repr__(self):
        return "Act"


def fresh(answer=False, size=3):
    items = []
    items.extend(Act(items.clear, answer) for _ in range(size))
    return items


for answer in (False, True):
    t(fresh(answer).index, 5)
    t(fresh(answer).count, 5)
    t(fresh(answer).remove, 5)
    t(fresh(answer).__contains__, 5)
    a, b = fresh(answer), [1, 2, 3]
    t(lambda: (a == b, a, b))
    a, b = fresh(answer), [1, 2, 3]
    t(lambda: (a < b, a, b))
    a, b = fresh(answer), [1, 2, 3]
    t(lambda: (a >= b, a))
    a = fresh(answer)
    t(lambda: a.sort())
    print(a)

grown = []
grown.extend(Act(lambda: grown.append(1) if len(grown) < 20 else None) for _ in range(3))
t(grown.index, 7)
print(len(grown))


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


for operation in ("get", "set", "del", "pop", "insert", "slice", "slice set", "slice del", "repeat", "repeat in place"):
    items = list(range(10))
    i = Index(items.clear, 5)
    try:
        match operation:
            case "get":
                print(items[i])
            case "set":
                items[i] = 0
            case "del":
                del items[i]
            case "pop":
                print(items.pop(i))
            case "insert":
                items.insert(i, "x")
            case "slice":
                print(items[i:])
            case "slice set":
                items[i:] = [7, 8]
            case "slice del":
                del items[i:]
            case "repeat":
                print(items * i)
            case "repeat in place":
                items *= i
    except Exception as error:
        print(operation, type(error).__name__, error)
    print(operation, items)


def self_feeding(items):
    for item in items:
        if item < 3:
            items.append(item + 1)
            yield item
        elif len(items) > 20:
            break


a = [0]
a.extend(self_feeding(a))
print(a)
a = [0, 1, 2]
a[1:2] = self_feeding(a)
print(a)
a = [3, 1, 2]
a += a
a.extend(a)
print(a, a.count(3))
a[::2] = a[1::2]
print(a)
a[:] = a
a[2:4] = a
print(a)
t(a.__setitem__, slice(None, None, 2), [1])
t(a.__setitem__, slice(None, None, 2), 5)
t(a.__setitem__, slice(0, 2), 5)
t(a.__iadd__, 5)
t(a.__add__, (1,))
t(a.__mul__, "x")
t(lambda: [1] * 1.5)
t(lambda: [1] + (1,))
