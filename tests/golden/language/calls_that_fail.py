"""The texts of calls with wrong arguments, for functions, methods, classes and built-ins."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def optional(a, b=1):
    pass


def keyword(*, k):
    pass


def keywords(*, k, l, m=1):
    pass


def positional(a, b, /):
    pass


def mixed(a, /, b, *, c):
    pass


def star(a, *args, k):
    pass


def double(a, **kwargs):
    pass


class Plain:
    pass


class Init:
    def __init__(self, a):
        pass


class New:
    def __new__(cls, a):
        return super().__new__(cls)


class Bad:
    def __init__(self):
        return 5


class Callable:
    def __call__(self, a):
        return a

    def method(self, a, *, k=1):
        pass


class NotMapping:
    def keys(self):
        return [1]

    def __getitem__(self, key):
        return 5


i = Callable()
ask("""
none(1)
none(1, 2)
none(x=1)
one()
one(1, 2)
one(1, a=2)
one(b=1)
two()
two(1)
two(b=1)
two(1, 2, 3)
two(1, 2, c=3)
three()
three(1)
three(b=1)
optional()
optional(1, 2, 3)
optional(1, c=2)
keyword()
keyword(1)
keyword(1, 2, k=1)
keyword(kk=1)
keywords()
keywords(k=1)
positional(1)
positional(a=1, b=2)
positional(1, b=2)
positional(1, 2, a=1)
mixed(1, 2)
mixed(1, 2, 3, c=4)
mixed(a=1, b=2, c=3)
mixed(1, c=3)
star()
star(1, 2)
star(1, 2, k=1, z=1)
double()
double(1, a=1)
double(1, **{"a": 1})
double(1, **{1: 2})
double(1, **5)
double(1, **{"k": 1}, **{"k": 2})
double(1, k=1, **{"k": 2})
double(1, **NotMapping())
one(*5)
one(*[1, 2])
one(*[1], **{"a": 1})
one(**[1])
one(*None)
Plain(1)
Plain(a=1)
Init()
Init(1, 2)
Init(b=1)
New()
New(1, 2)
Bad()
i()
i(1, 2)
i.method()
i.method(1, 2)
i.method(1, j=1)
Callable.method()
Callable.method(i)
5()
None()
"x"()
[]()
(1)(2)
i.nothing()
len()
len(1, 2)
len(x=[1])
len(obj=[1])
abs()
print(1, nothing=2)
print(1, sep=5)
sorted()
sorted([1], 2)
sorted([1], nothing=1)
isinstance(1)
isinstance(1, 5)
isinstance(1, (int, 5))
isinstance(1, "x")
issubclass(1, int)
issubclass(int, 5)
int("1", 2, 3)
int(nothing=1)
str(1, 2, 3, 4)
str(b"x", nothing=1)
str(5, "utf-8")
list(1, 2)
list(x=1)
dict(1, 2)
dict([1])
dict([(1, 2, 3)])
dict(["ab", "c"])
dict(5)
tuple(1, 2)
tuple(x=1)
set(1, 2)
range(x=1)
object(1)
object.__new__()
object.__new__(5)
object.__init__()
type(1, 2)
getattr()
getattr(1)
getattr(1, 2)
getattr(1, "x", 2, 3)
setattr(1, "x")
setattr(1, 2, 3)
hasattr(1, 2)
hasattr(1)
max()
max(1)
max([])
max([], default=5), max(1, 2, key=lambda x: -x)
max(1, 2, default=3)
max(1, nothing=2)
min([1, "a"])
sum()
sum([1], 2, 3)
sum(["a"], "")
sum([b"a"], b"")
sum(["a"])
zip(1)
map()
enumerate()
iter()
iter(5)
iter(1, 2)
next()
next(5)
next(iter([]))
next(iter([]), 1, 2)
chr(-1)
chr(1114112)
chr("a")
chr(2**70)
ord("ab")
ord("")
ord(5)
ord(b"ab")
hex(1.5)
bin("x")
oct(None)
round()
round("x")
round(1, 2, 3)
pow()
pow(1)
divmod(1)
divmod("a", 1)
hash()
id()
input(1, 2)
open()
eval()
eval(5)
exec(5)
compile("x")
compile("x", "f", "bad")
compile("x", "f", "eval", flags=-1)
format()
format(1, 2)
vars(5)
dir(1, 2)
callable()
repr()
ascii(1, 2)
any(5)
all()
filter(1)
slice()
reversed(5)
property(1, 2, 3, 4, 5)
super(1, 2, 3)
memoryview(5)
bytes("x")
bytearray(-1)
frozenset(1, 2)
complex(1, 2, 3)
bool(1, 2)
float(1, 2)
breakpoint.__name__
__import__()
__import__(5)
__import__("")
globals(1)
locals(1)
staticmethod()
aiter(5)
anext(5)
delattr(1, "x")
delattr(1, 5)
"x".join()
[].append()
[].append(1, 2)
[].insert(1)
{}.get()
{}.pop()
{}.update(1, 2)
{}.update([1])
{}.fromkeys()
"".split(1, 2, 3)
"".split(nothing=1)
"".encode(1)
(1).to_bytes(1, 2, 3)
list.append()
list.append(5, 1)
list.append([])
str.join("a")
dict.get({})
int.__add__(1)
int.__add__(1, 2, 3)
type.__call__()
type.mro()
type.mro(5)
""")
