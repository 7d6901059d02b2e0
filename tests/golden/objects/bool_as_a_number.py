"""bool in every place of an int: operators, formats, indexes, hashing; and what it is not."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Falsy:
    def __bool__(self):
        return False


class Wrong:
    def __bool__(self):
        return 1


class Length:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Raising:
    def __bool__(self):
        raise KeyError("asked")


ask(r'''
bool(), bool(0), bool(""), bool([]), bool({}), bool(()), bool(0.0), bool(0j), bool(None), bool(b""), bool(range(0)), bool(set()), bool(frozenset())
bool("0"), bool([0]), bool(0.1), bool(-1), bool(object()), bool(Falsy()), bool(Length(0)), bool(Length(3)), bool(int), bool(Ellipsis)
bool(NotImplemented)
bool(Wrong())
bool(Length(-1))
bool(Length(2**70))
bool(Length("a"))
bool(Raising())
bool(1, 2)
bool(x=1)
not Wrong()
[1 for _ in range(1) if Length(-1)]
True + True, True - 2, True * 3, True / 2, True // 2, True % 2, True ** 2, -True, +True, abs(True), divmod(True, 2), True << 3, True >> 1
True & True, True & False, True | False, True ^ True, True & 1, 1 & True, True | 2, True ^ 3, False ^ False
type(True & True), type(True | 0), type(True ^ True), type(+True), type(True + 0), type(round(True)), type(True.real), type(abs(False))
True == 1, True == 1.0, False == 0j, True is 1 if False else 0, True < 2, True <= True, True > False, False >= 0.5
repr(True), str(False), f"{True}", f"{True:d}", f"{True:5}|", f"{True!s:>6}", f"{False:.1f}", "%d" % True, "%s" % True, "%5r|" % False, format(True), format(True, "")
f"{True:s}"
f"{True:x} {True:b} {True:e} {True:%} {True:c}"
[10, 20][True], "ab"[False], (1, 2)[True:], [0] * True, "ab" * False, range(True), list(range(5))[True:3:True]
{True: "a", 1: "b", 1.0: "c"}, {1, True, 1.0}, {0: 1}[False], hash(True), hash(False), [1, 0, True].count(True), [0, 1].index(True), True in (1,)
int(True), float(True), complex(True), str(True), int("1") is True, True.__int__(), True.__index__(), bin(True), hex(False), True.bit_length(), True.to_bytes(), chr(True), bytes(True), bytes([True, False])
isinstance(True, int), issubclass(bool, int), bool.__mro__, bool.__base__, type(True) is bool, bool(True) is True, True.__class__
bool.__new__(bool, 5), bool.__new__(bool), bool.from_bytes(b"\x00"), bool.from_bytes(b"\x05"), type(bool.from_bytes(b"\1"))
bool.__new__(int, 5)
int.__new__(bool, 5)
type("B", (bool,), {})
True.real = 5 if False else 0
setattr(True, "x", 1)
True.numerator, True.denominator, True.imag, True.conjugate(), True.as_integer_ratio(), True.is_integer()
all([]), any([]), all([1, Falsy()]), any([Falsy(), 0]), all(iter([1, 1])), any(x > 1 for x in range(3))
all(5)
any([0, Wrong()])
sum([True, True, False]), max(True, 0), min([True, 0.5]), sorted([True, 0, 2, False]), list(map(bool, [0, 1, "", "a"]))
(True, False).count(0), [*filter(None, [0, 1, True, "", "x"])], dict(zip([True, False], "ab"))
''')
import copy, pickle

for value in (True, False):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, pickle.loads(pickle.dumps(value)) is value, value.__reduce_ex__(2)[1:])
