"""deque, defaultdict, OrderedDict, Counter, ChainMap, namedtuple: odd arguments and the text of errors."""

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


d = deque([1, 2, 3], maxlen=4)
dd = defaultdict(list, a=[1])
od = OrderedDict(a=1, b=2, c=3)
c = Counter("abca")
Point = namedtuple("Point", "x y", defaults=[0])
ask(r'''
deque(), deque("ab"), deque([1, 2, 3], 2), d.maxlen, deque([], None), repr(deque([1], 5)), deque(maxlen=0), deque(iterable="a", maxlen=1)
deque(5)
deque([], -1)
deque([], "a")
deque([], 2**70)
deque(1, 2, 3)
deque([], foo=1)
d.append(4), d.append(5), d, d.appendleft(0), d, d.extend("xy"), d, d.extendleft([8, 9]), d, d.pop(), d.popleft(), d
d.pop(1)
deque().pop()
deque().popleft()
d[0], d[-1], d.__setitem__(0, "s"), d, d.index("s"), d.count(8), d.insert(1, "i"), d, d.remove("i"), d.reverse(), d, d.rotate(), d, d.rotate(-1), d, d.rotate(2**40), d.copy(), d.clear(), d
d[5]
d["a"]
d[1:2]
d.__delitem__(9)
d.index("zz")
d.index(1, "a")
d.remove("zz")
d.rotate("a")
(e := deque([1], 1), e.insert(0, 5))
deque([1, 2]) + deque([3]), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), deque([1]) == [1], deque([1]) == deque([1]), 1 in deque([1]), deque([1, 2], 2) + deque([3]), list(reversed(deque("ab")))
deque([1]) + [2]
deque([1]) < [2]
deque([1]) * "a"
hash(deque())
dd["new"], dd, dd.default_factory, dd.copy(), dd.get("zz"), "zz" in dd, repr(defaultdict(None, a=1)), defaultdict(int) | {"a": 1}, dd.__missing__("m"), defaultdict(list, [("k", 1)])
defaultdict(None)["k"]
defaultdict(5)
defaultdict(list, 5)
defaultdict(lambda: 1 / 0)["k"]
od.move_to_end("a"), od, od.move_to_end("c", last=False), od, od.popitem(), od.popitem(last=False), od, OrderedDict([("x", 1)]) == {"x": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))), repr(OrderedDict()), od | {"z": 5}, od.pop("zz", 7), od.setdefault("s", 1), od.copy(), OrderedDict.fromkeys("ab", 0)
od.move_to_end("nope")
OrderedDict().popitem()
od.pop("nope")
OrderedDict(5)
c, c["z"], c.most_common(1), c.total(), list(c.elements()), c + Counter("ab"), c - Counter("aab"), c & Counter("ab"), c | Counter("zz"), +Counter(a=-1, b=1), -Counter(a=-1), c == Counter(a=2, b=1, c=1), c <= Counter("aabbcc"), Counter(a=1) < Counter(a=2), Counter({"x": 3}).most_common(), Counter()
c.update("ab"), c, c.subtract({"a": 5}), c, c.update(z=3), c.update({"q": "x"}) if False else 0, c.pop("z"), c.copy() == c, c.__delitem__("nope")
Counter(5)
Counter([[]])
Counter.fromkeys("a")
c < 5
c + 5
Counter("a", "b")
Point(1), Point(1, 2), Point(y=2, x=1), Point(1)._replace(x=5), Point(1)._asdict(), Point._fields, Point._field_defaults, Point._make([3, 4]), Point(1, 2) == (1, 2), Point(1).x, Point(1)[1], repr(Point), Point.__doc__, Point.x.__doc__, (*Point(7),), Point(1) < Point(2), Point.__match_args__
Point()
Point(1, 2, 3)
Point(1, z=2)
Point._make([1, 2, 3])
Point(1)._replace(z=1)
setattr(Point(1), "x", 2)
Point(1).z
namedtuple("P", "a a")
namedtuple("P", "class")
namedtuple("P", "_x")
namedtuple("1P", "x")
namedtuple("P", "x-y")
namedtuple("P", "x", defaults=[1, 2])
namedtuple("P", 5)
namedtuple("P", ["a", "class", "a", "_b"], rename=True)._fields, namedtuple("P", "a,b c")._fields, namedtuple("P", "", module="m").__module__
ChainMap({"a": 1}, {"a": 2, "b": 3}), ChainMap({"a": 1}, {"b": 2})["b"], len(ChainMap({"a": 1}, {"a": 2})), ChainMap({"a": 1}).new_child({"z": 1}), ChainMap({}, {"q": 1}).parents, list(ChainMap({"a": 1}, {"b": 2})), ChainMap().maps
ChainMap({"a": 1})["zz"]
ChainMap({}, {"b": 1}).pop("b")
ChainMap().popitem()
UserDict(a=1), UserList("ab") + [1], UserString("ab").upper(), type(UserString("a") + "b"), UserList([3, 1]) < [4], UserDict({"k": 1}) | {"z": 2}
UserDict()["x"]
UserDict(5)
''')
