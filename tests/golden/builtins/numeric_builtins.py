"""abs, divmod, pow, round, sum, min, max, bin, hex, oct, ord, chr, hash."""


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class Abs:
    def __abs__(self):
        return "abs"

    def __round__(self, digits="none"):
        return f"round {digits}"

    def __divmod__(self, other):
        return "divmod", other

    def __rdivmod__(self, other):
        return "rdivmod", other

    def __pow__(self, other, modulo=None):
        return "pow", other, modulo

    def __rpow__(self, other):
        return "rpow", other


a = Abs()
print(abs(-5), abs(5.5), abs(-0.0), abs(True), abs(a), abs(-2 ** 70), round(a), round(a, 2), round(a, None), divmod(a, 1), divmod(1, a), pow(a, 2), pow(a, 2, 3), pow(2, a), a ** 5, 5 ** a)
print(min(3, 1, 2), max([3, 1, 2]), min("b", "a"), max(1, 1.0), max(1.0, 1), min([], default=5), max([1], default=9), max("apple", "fig", key=len), min([-3, 2], key=abs), max({"a": 1, "b": 0}), min((1, 2), (1, 1)), max([[1], [2]]), min(5, *[3, 4]))
print(max([1, 2, 3], key=lambda x: x % 3), min([3, 1, 2], key=lambda x: -x), max("a", "b", key=None), max((x for x in "zebra")), max(range(5), key=lambda x: (x % 3, x)))
print(sum([]), sum([1, 2]), sum([1, 2], 10), sum([[1], [2]], []), sum(range(10)), sum([1.5, 2]), sum((True, True)), sum([2 ** 49, 2 ** 49, 2 ** 60]), sum([1], start=5), sum(x for x in [1, 2]), sum([0.1] * 3), sum([1, 2.5, 1j]), sum([1e308, 1e308, -1e308]))
print(round(5), round(5.5), round(4.5), round(-4.5), round(1.2345, 2), round(1234, -2), round(5, 0), round(5.0, 0), round(True), type(round(5.5)).__name__, round(2.5, None), round(1e30), round(number=1.5, ndigits=1))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(2 ** 70, 10), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(base=2, exp=3, mod=5), pow(2.0, 3), pow(0, 0))
print(bin(10), hex(255), oct(8), ord("a"), ord("€"), ord(b"a"), chr(97), chr(8364), chr(0x10FFFF) == "\U0010ffff", hash(1) == hash(1.0) == hash(True), hash("") == hash(""), callable(len), callable(1), callable(lambda: 0), callable(Abs), callable(a))
for source in ("abs()", "abs('x')", "abs(1, 2)", "abs(None)", "min()", "min([])", "max(())", "min(5)", "max(1, 'a')", "min([1, 'a'])", "max(1, 2, default=3)", "max([1], key=5)", "min(1, 2, bad=1)", "max(None)", "max(1, key=len)", "sum(5)", "sum(['a'])", "sum(['a'], '')",
               "sum([b'a'], b'')", "sum([[1]], ())", "sum()", "sum([1], 2, 3)", "sum([None])", "round()", "round('a')", "round(None)", "round(1.5, 'a')", "round(1, 2, 3)", "round([])", "divmod(1)", "divmod('a', 1)", "divmod(1, 0)", "pow(2)", "pow('a', 1)", "pow(2, 3, 0)", "pow(2.0, 3, 5)",
               "pow(2, 'a')", "pow(2, 3, 'x')", "ord()", "ord('')", "ord('ab')", "ord(b'ab')", "ord(97)", "ord(None)", "chr(-1)", "chr(1114112)", "chr('a')", "chr(None)", "chr(1.0)", "bin(1.5)", "hex('a')", "oct()", "hash([])", "hash({})", "hash()", "hash((1, []))", "hash(slice([]))", "callable()", "id()",
               "max([], key=len)", "max(1, 2, key=lambda x: 'a' if x == 1 else 2)", "min({})", "sum({'a': 1})", "sum({1: 'a'})", "max(iter([]), default=None)"):
    attempt(source)


class Compared:
    count = 0

    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        Compared.count += 1
        return self.n > other.n

    def __lt__(self, other):
        Compared.count += 1
        return self.n < other.n


things = [Compared(i % 4) for i in range(8)]
print(max(things) is things[3], min(things) is things[0], Compared.count)


class Radd:
    def __radd__(self, other):
        return f"radd {other}"


print(sum([Radd()]), sum([1, 2, Radd()]))
