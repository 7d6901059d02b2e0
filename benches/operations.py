"""Times single operations, each in a loop of its own inside a function, less the time of the empty loop.

    python benches/operations.py [--repetitions N] [WORD ...]      only operations whose group or name contains a word

Prints one line an operation: group, name and nanoseconds, separated by tabs. `scripts/operations` runs it on CPython and on
pyfast in turn and prints the ratios.
"""

import sys
import time

# Group, name, set-up, statement, and by how much the number of repetitions is divided.
OPERATIONS = [
    ("text", "concat", "a = 'spam' * 3; b = 'eggs' * 2", "a + b", 1),
    ("text", "append in a loop", "s = ''", "s += 'x'", 1),
    ("text", "join 10", "parts = ['word%d' % i for i in range(10)]", "' '.join(parts)", 4),
    ("text", "split 10", "line = ' '.join(['word%d' % i for i in range(10)])", "line.split()", 4),
    ("text", "split on a comma", "line = 'a,bc,def,ghij,klmno'", "line.split(',')", 4),
    ("text", "find", "text = 'x' * 200 + 'needle'", "text.find('needle')", 1),
    ("text", "replace", "text = 'one two three two one'", "text.replace('two', '2')", 4),
    ("text", "format", "", "'{} and {:>5}'.format(12, 'ab')", 4),
    ("text", "percent", "x = 3.14159", "'%d %s %.2f' % (12, 'ab', x)", 4),
    ("text", "f-string", "x = 12; y = 'ab'", "f'{x} and {y}'", 1),
    ("text", "f-string with specs", "x = 12; y = 3.14159", "f'{x:5d}|{y:.2f}'", 4),
    ("text", "index", "text = 'hello world'", "text[4]", 1),
    ("text", "slice", "text = 'hello world'", "text[2:7]", 1),
    ("text", "equality", "a = 'hello world'; b = 'hello worlc'", "a == b", 1),
    ("text", "startswith", "text = 'hello world'", "text.startswith('hell')", 1),
    ("text", "strip", "text = '  hello  '", "text.strip()", 1),
    ("text", "upper", "text = 'hello world'", "text.upper()", 1),
    ("text", "isdigit", "text = '7'", "text.isdigit()", 1),
    ("text", "in", "text = 'hello world'", "'wor' in text", 1),
    ("text", "ord and chr", "", "chr(ord('a') + 1)", 1),
    ("text", "encode", "text = 'hello world'", "text.encode()", 1),
    ("text", "repr", "text = 'hello world'", "repr(text)", 1),
    ("text", "less", "a = 'hello'; b = 'help'", "a < b", 1),
    ("text", "between letters", "c = 'q'", "'a' <= c <= 'z'", 1),
    ("text", "reversed", "text = 'hello world'", "''.join(reversed(text))", 4),
    ("text", "upper beyond ASCII", "text = 'Zürich, Genève'", "text.upper()", 1),
    ("text", "translate", "text = 'hello, world'; table = {44: 59}", "text.translate(table)", 4),
    ("text", "join a generator", "xs = ['a', 'b', 'c']", "','.join(x for x in xs)", 4),
    ("text", "ljust", "text = 'hello'", "text.ljust(12)", 1),
    ("text", "splitlines", "text = 'one\\ntwo\\nthree\\n'", "text.splitlines()", 4),
    ("int", "to str", "n = 1234567", "str(n)", 1),
    ("int", "from str", "text = '1234567'", "int(text)", 1),
    ("int", "add 20 digits", "a = 10**20 - 7; b = 10**20 - 9", "a + b", 1),
    ("int", "add 200 digits", "a = 10**200 - 7; b = 10**200 - 9", "a + b", 1),
    ("int", "add 20,000 digits", "a = 10**20000 - 7; b = 10**20000 - 9", "a + b", 100),
    ("int", "multiply 20 digits", "a = 10**20 - 7; b = 10**20 - 9", "a * b", 1),
    ("int", "multiply 200 digits", "a = 10**200 - 7; b = 10**200 - 9", "a * b", 1),
    ("int", "multiply 20,000 digits", "a = 10**20000 - 7; b = 10**20000 - 9", "a * b", 10000),
    ("int", "64-bit mask", "x = 88172645463325252", "x = (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF", 1),
    ("int", "divmod", "a = 123456; b = 789", "divmod(a, b)", 1),
    ("int", "power", "a = 7", "a ** 5", 1),
    ("int", "mod and floor", "a = 123456; b = 789", "a % b + a // b", 1),
    ("float", "multiply and add", "a = 1.5; b = 2.5; c = 0.5", "a * b + c", 1),
    ("float", "divide", "a = 1.5; b = 2.5", "a / b", 1),
    ("float", "power", "a = 1.5", "a ** 0.5", 1),
    ("float", "to int", "a = 1234.5", "int(a)", 1),
    ("float", "repr", "a = 1234.567", "repr(a)", 1),
    ("float", "round", "a = 1234.567", "round(a, 1)", 1),
    ("list", "append", "xs = []", "xs.append(1)", 1),
    ("list", "append and pop", "xs = [1, 2, 3]", "xs.append(1); xs.pop()", 1),
    ("list", "index", "xs = [1, 2, 3]", "xs[1]", 1),
    ("list", "negative index", "xs = [1, 2, 3]", "xs[-1]", 1),
    ("list", "store", "xs = [1, 2, 3]", "xs[1] = 5", 1),
    ("list", "update an item", "xs = [1, 2, 3]", "xs[1] += 1", 1),
    ("list", "slice", "xs = list(range(20))", "xs[5:15]", 1),
    ("list", "assign a slice", "xs = list(range(20)); ys = [1, 2, 3]", "xs[5:8] = ys", 1),
    ("list", "reverse by slice", "xs = list(range(20))", "xs[::-1]", 1),
    ("list", "literal", "", "[1, 2, 3]", 1),
    ("list", "literal of locals", "a = 1; b = 2", "[a, b]", 1),
    ("list", "concat", "xs = [1, 2, 3]; ys = [4, 5]", "xs + ys", 1),
    ("list", "comprehension 10", "xs = list(range(10))", "[x + 1 for x in xs]", 4),
    ("list", "comprehension with a test", "xs = list(range(10))", "[x for x in xs if x % 2]", 4),
    ("list", "in", "xs = list(range(10))", "7 in xs", 1),
    ("list", "sort random 1000", "import_ = [(i * 7919) % 1009 for i in range(1000)]", "sorted(import_)", 2000),
    ("list", "sort sorted 1000", "xs = list(range(1000))", "sorted(xs)", 2000),
    ("list", "sort with key 1000", "xs = [(i * 7919) % 1009 for i in range(1000)]", "sorted(xs, key=lambda x: -x)", 4000),
    ("list", "sort strs 1000", "xs = [str((i * 7919) % 1009) for i in range(1000)]", "sorted(xs)", 2000),
    ("list", "sum 100", "xs = list(range(100))", "sum(xs)", 10),
    ("list", "min and max 10", "xs = list(range(10))", "min(xs); max(xs)", 4),
    ("list", "max with key 10", "xs = list(range(10))", "max(xs, key=lambda x: -x)", 10),
    ("list", "any generator 10", "xs = list(range(10))", "any(x > 8 for x in xs)", 10),
    ("list", "sort tuples 1000", "xs = [((i * 7919) % 1009, str(i)) for i in range(1000)]", "sorted(xs)", 2000),
    ("list", "sort by tuples 1000", "xs = [(i * 7919) % 1009 for i in range(1000)]", "sorted(xs, key=lambda x: (x % 10, x))", 4000),
    ("list", "extend", "ys = [1, 2, 3]", "xs = []; xs.extend(ys)", 1),
    ("list", "pop first of 20", "xs = list(range(20))", "xs.append(xs.pop(0))", 1),
    ("list", "copy 10", "xs = list(range(10))", "list(xs)", 1),
    ("list", "transpose 3 by 3", "m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "[list(row) for row in zip(*m)]", 10),
    ("bytes", "index", "data = b'hello world'", "data[4]", 1),
    ("bytes", "slice", "data = b'hello world'", "data[2:7]", 1),
    ("bytes", "concat", "a = b'spam'; b = b'eggs'", "a + b", 1),
    ("bytes", "index of an array", "data = bytearray(b'hello world')", "data[4]", 1),
    ("bytes", "store in an array", "data = bytearray(b'hello world')", "data[4] = 65", 1),
    ("bytes", "append to an array", "data = bytearray()", "data.append(65)", 1),
    ("tuple", "build", "a = 1; b = 2", "(a, b)", 1),
    ("tuple", "unpack", "t = (1, 2, 3)", "a, b, c = t", 1),
    ("tuple", "swap", "a = 1; b = 2", "a, b = b, a", 1),
    ("tuple", "compare", "t = (1, 2, 3); u = (1, 2, 4)", "t < u", 1),
    ("tuple", "star unpack", "t = (1, 2, 3, 4)", "a, *b = t", 1),
    ("tuple", "concat", "t = (1, 2); u = (3,)", "t + u", 1),
    ("tuple", "equal", "t = (1, 'a'); u = (1, 'a')", "t == u", 1),
    ("tuple", "hash", "a = 1; b = 2", "hash((a, b))", 1),
    ("tuple", "in", "t = ('a', 'b', 'c')", "'c' in t", 1),
    ("dict", "get str", "d = {'one': 1, 'two': 2}", "d['two']", 1),
    ("dict", "get int", "d = {i: i for i in range(100)}", "d[57]", 1),
    ("dict", "set str", "d = {'one': 1, 'two': 2}", "d['two'] = 3", 1),
    ("dict", "set new int", "d = {}; i = 0", "d[i] = i; i += 1", 1),
    ("dict", "update an item", "d = {'one': 1, 'two': 2}", "d['two'] += 1", 1),
    ("dict", "method get", "d = {'one': 1, 'two': 2}", "d.get('three', 0)", 1),
    ("dict", "tuple key", "d = {(i, i + 1): i for i in range(100)}; k = (5, 6)", "d[k]", 1),
    ("dict", "fresh tuple key", "d = {(i, i + 1): i for i in range(100)}; i = 5", "d[i, 6]", 1),
    ("dict", "in", "d = {'one': 1, 'two': 2}", "'two' in d", 1),
    ("dict", "literal", "", "{'a': 1, 'b': 2}", 1),
    ("dict", "comprehension 10", "xs = list(range(10))", "{x: x for x in xs}", 4),
    ("dict", "iterate items 10", "d = {i: i for i in range(10)}", "for k, v in d.items(): pass", 4),
    ("dict", "setdefault", "d = {'one': []}", "d.setdefault('one', [])", 1),
    ("dict", "copy 10", "d = {i: i for i in range(10)}", "d.copy()", 4),
    ("dict", "of a dict", "d = {'a': 1, 'b': 2}", "dict(d)", 1),
    ("dict", "comprehension with strs 10", "xs = ['key%d' % i for i in range(10)]", "{x: 1 for x in xs}", 4),
    ("dict", "count in a dict", "d = {}; words = ['a', 'b', 'a', 'c']", "for w in words: d[w] = d.get(w, 0) + 1", 4),
    ("dict", "iterate values 10", "d = {i: i for i in range(10)}", "for v in d.values(): pass", 4),
    ("dict", "pop and set", "d = {'a': 1}", "d['a'] = d.pop('a')", 1),
    ("dict", "defaultdict", "from collections import defaultdict; d = defaultdict(list)", "d[1].append(2)", 1),
    ("dict", "Counter of 10", "from collections import Counter; xs = 'abracadabr'", "Counter(xs)", 40),
    ("set", "in", "s = {1, 2, 3}", "2 in s", 1),
    ("set", "add", "s = set()", "s.add(1)", 1),
    ("set", "literal", "", "{1, 2, 3}", 1),
    ("set", "union 10", "a = set(range(10)); b = set(range(5, 15))", "a | b", 4),
    ("set", "intersection 10", "a = set(range(10)); b = set(range(5, 15))", "a & b", 4),
    ("set", "comprehension 10", "xs = list(range(10))", "{x for x in xs}", 4),
    ("set", "of a list 10", "xs = list(range(10))", "set(xs)", 4),
    ("set", "of a set 3", "s = {1, 2, 3}", "set(s)", 1),
    ("set", "difference 10", "a = set(range(10)); b = set(range(5, 15))", "a - b", 4),
    ("set", "update 10", "b = set(range(10))", "a = set(); a |= b", 4),
    ("set", "tuple in", "s = {(i, i + 1) for i in range(10)}; i = 3", "(i, 4) in s", 1),
    ("attribute", "get", "o = Point(1, 2)", "o.x", 1),
    ("attribute", "set", "o = Point(1, 2)", "o.x = 3", 1),
    ("attribute", "update", "o = Point(1, 2)", "o.x += 1", 1),
    ("attribute", "slot", "o = Slotted(1)", "o.x", 1),
    ("attribute", "property", "o = Point(1, 2)", "o.total", 1),
    ("attribute", "of the class", "o = Point(1, 2)", "o.kind", 1),
    ("attribute", "getattr", "o = Point(1, 2)", "getattr(o, 'x')", 1),
    ("call", "function", "", "nothing()", 1),
    ("call", "two arguments", "", "add(1, 2)", 1),
    ("call", "keywords", "", "add(x=1, y=2)", 1),
    ("call", "default", "", "with_default(1)", 1),
    ("call", "star arguments", "t = (1, 2)", "add(*t)", 1),
    ("call", "to star arguments", "", "collect(1, 2)", 1),
    ("call", "closure", "f = closure(3)", "f(1)", 1),
    ("call", "method", "o = Point(1, 2)", "o.method()", 1),
    ("call", "bound method", "f = Point(1, 2).method", "f()", 1),
    ("call", "super", "o = Point3(1, 2)", "o.method()", 1),
    ("call", "static method", "o = Point(1, 2)", "o.static()", 1),
    ("call", "__call__", "o = Callable()", "o()", 1),
    ("call", "len", "xs = [1, 2, 3]", "len(xs)", 1),
    ("call", "abs", "x = -5", "abs(x)", 1),
    ("call", "min of two", "x = -5", "min(x, 3)", 1),
    ("call", "isinstance", "o = Point(1, 2)", "isinstance(o, Point)", 1),
    ("call", "isinstance of int", "x = 5", "isinstance(x, int)", 1),
    ("call", "type", "x = 5", "type(x) is int", 1),
    ("call", "lambda", "f = lambda x: x + 1", "f(1)", 1),
    ("call", "instance", "", "Point(1, 2)", 1),
    ("call", "empty class", "", "Empty()", 1),
    ("call", "list of a range", "", "list(range(10))", 4),
    ("call", "class creation", "", "class C: pass", 100),
    ("operator", "__add__", "a = Vector(1, 2); b = Vector(3, 4)", "a + b", 1),
    ("operator", "__eq__", "a = Vector(1, 2); b = Vector(3, 4)", "a == b", 1),
    ("operator", "__lt__", "a = Vector(1, 2); b = Vector(3, 4)", "a < b", 1),
    ("operator", "__getitem__", "a = Vector(1, 2)", "a[0]", 1),
    ("operator", "__len__", "a = Vector(1, 2)", "len(a)", 1),
    ("operator", "__bool__", "a = Vector(1, 2)", "not a", 1),
    ("operator", "__hash__", "a = Vector(1, 2); d = {a: 1}", "d[a]", 1),
    ("loop", "range", "", "for i in range(10): pass", 4),
    ("loop", "list", "xs = list(range(10))", "for x in xs: pass", 4),
    ("loop", "tuple", "xs = tuple(range(10))", "for x in xs: pass", 4),
    ("loop", "str", "xs = 'abcdefghij'", "for x in xs: pass", 4),
    ("loop", "bytes", "xs = b'abcdefghij'", "for x in xs: pass", 4),
    ("loop", "dict", "xs = {i: i for i in range(10)}", "for x in xs: pass", 4),
    ("loop", "set", "xs = set(range(10))", "for x in xs: pass", 4),
    ("loop", "enumerate", "xs = list(range(10))", "for i, x in enumerate(xs): pass", 4),
    ("loop", "zip", "xs = list(range(10))", "for x, y in zip(xs, xs): pass", 4),
    ("loop", "map", "xs = list(range(10))", "for x in map(abs, xs): pass", 4),
    ("loop", "reversed", "xs = list(range(10))", "for x in reversed(xs): pass", 4),
    ("loop", "filter", "xs = list(range(10))", "for x in filter(None, xs): pass", 4),
    ("loop", "deque", "from collections import deque; xs = deque(range(10))", "for x in xs: pass", 4),
    ("loop", "deque as a queue", "from collections import deque; q = deque([1, 2, 3])", "q.append(q.popleft())", 1),
    ("loop", "heap", "from heapq import heappush, heappop; h = [(i, i) for i in range(20)]", "heappush(h, heappop(h))", 4),
    ("loop", "generator", "", "for x in generate(10): pass", 4),
    ("loop", "generator expression", "xs = list(range(10))", "for x in (y for y in xs): pass", 4),
    ("loop", "yield from", "", "for x in delegate(10): pass", 4),
    ("loop", "__next__ in Python", "", "for x in Counter(10): pass", 10),
    ("loop", "while", "", "i = 0\nwhile i < 10: i += 1", 4),
    ("exception", "raise and catch", "", "try: raise ValueError\nexcept ValueError: pass", 4),
    ("exception", "with a message", "", "try: raise ValueError('no')\nexcept ValueError as e: pass", 4),
    ("exception", "through three calls", "", "try: deep(3)\nexcept ValueError: pass", 4),
    ("exception", "KeyError", "d = {}", "try: d['x']\nexcept KeyError: pass", 4),
    ("exception", "try without one", "", "try: pass\nexcept ValueError: pass", 1),
    ("exception", "finally", "x = 0", "try: x += 1\nfinally: x -= 1", 1),
    ("exception", "with", "m = Manager()", "with m: pass", 1),
    ("exception", "int of a bad text", "", "try: int('x')\nexcept ValueError: pass", 4),
    ("name", "global", "", "GLOBAL", 1),
    ("name", "store a global", "", "global GLOBAL_TOO; GLOBAL_TOO = 1", 1),
    ("name", "chained comparison", "x = 5", "1 < x < 10", 1),
    ("name", "and or", "x = 5; y = 0", "x and y or x", 1),
    ("name", "conditional", "x = 5", "1 if x > 3 else 2", 1),
    ("name", "match int", "x = 3", "match x:\n case 1: pass\n case 2: pass\n case 3: pass", 1),
    ("name", "match a class", "o = Point(1, 2)", "match o:\n case Point(x=1, y=y): pass", 4),
]

HELPERS = """
GLOBAL = 1
class Point:
    kind = 'point'
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def method(self):
        return self.x
    @staticmethod
    def static():
        return 1
    @property
    def total(self):
        return self.x
class Point3(Point):
    def method(self):
        return super().method()
class Slotted:
    __slots__ = ('x',)
    def __init__(self, x):
        self.x = x
class Empty: pass
class Callable:
    def __call__(self):
        return 1
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __add__(self, other):
        return self.x + other.x
    def __eq__(self, other):
        return self.x == other.x
    def __lt__(self, other):
        return self.x < other.x
    def __getitem__(self, i):
        return self.x
    def __len__(self):
        return 2
    def __bool__(self):
        return True
    def __hash__(self):
        return 7
class Manager:
    def __enter__(self): pass
    def __exit__(self, *args): pass
class Counter:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
def nothing(): pass
def add(x, y): return x
def with_default(x, y=2): return x
def collect(*args): return args
def closure(n):
    def inner(x): return x + n
    return inner
def generate(n):
    for i in range(n): yield i
def delegate(n): yield from generate(n)
def deep(n):
    if n == 0: raise ValueError
    deep(n - 1)
"""


def seconds(setup, statement, n):
    """The least of three runs of the loop around `statement`."""
    body = "\n".join("        " + line for line in statement.split("\n"))
    source = f"def run(n, clock):\n    {setup or 'pass'}\n    start = clock()\n    for _ in range(n):\n{body}\n    return clock() - start\n"
    namespace = {}
    exec(HELPERS + source, namespace)
    return min(namespace["run"](n, time.process_time) for _ in range(3))


def main(arguments):
    repetitions = 1_000_000
    if arguments[:1] == ["--repetitions"]:
        repetitions = int(arguments[1])
        arguments = arguments[2:]
    for group, name, setup, statement, divisor in OPERATIONS:
        if arguments and not any(word in f"{group} {name}" for word in arguments):
            continue
        n = max(1, repetitions // divisor)
        spent = seconds(setup, statement, n) - seconds("", "pass", n)
        print(f"{group}\t{name}\t{max(spent, 0.0) / n * 1e9:.1f}", flush=True)


main(sys.argv[1:])
