"""Plain-Python forms of what `collections` has in C."""


class deque:
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        self.items, self.maxlen = [], maxlen
        self.extend(iterable)

    def append(self, item):
        self.items.append(item)
        if self.maxlen is not None and len(self.items) > self.maxlen:
            del self.items[0]

    def appendleft(self, item):
        self.items.insert(0, item)
        if self.maxlen is not None and len(self.items) > self.maxlen:
            del self.items[-1]

    def extend(self, iterable):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def pop(self):
        return self.items.pop()

    def popleft(self):
        return self.items.pop(0)

    def clear(self):
        self.items.clear()

    def remove(self, item):
        self.items.remove(item)

    def rotate(self, count=1):
        if self.items:
            count %= len(self.items)
            self.items[:] = self.items[-count:] + self.items[:-count] if count else self.items

    def count(self, item):
        return self.items.count(item)

    def index(self, item, *bounds):
        return self.items.index(item, *bounds)

    def insert(self, at, item):
        self.items.insert(at, item)

    def reverse(self):
        self.items.reverse()

    def copy(self):
        return type(self)(self.items, self.maxlen)

    __copy__ = copy

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __reversed__(self):
        return reversed(self.items)

    def __contains__(self, item):
        return item in self.items

    def __getitem__(self, at):
        return self.items[at]

    def __setitem__(self, at, item):
        self.items[at] = item

    def __delitem__(self, at):
        del self.items[at]

    def __eq__(self, other):
        return self.items == other.items if isinstance(other, deque) else NotImplemented

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        bound = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return f"deque({self.items!r}{bound})"


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        super().__init__(*args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value
