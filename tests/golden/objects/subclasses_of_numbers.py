"""Subclasses of int, float, complex and bool-likes with overridden methods: who asks them, and what stays built-in."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class I(int):
    def __add__(self, other):
        return f"add({int(self)}, {other})"

    def __radd__(self, other):
        return f"radd({other}, {int(self)})"

    def __repr__(self):
        return f"I{int.__repr__(self)}"

    def __index__(self):
        return 99

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return "eq"


class Plain(int):
    pass


class F(float):
    def __mul__(self, other):
        return "mul"

    def __float__(self):
        return 2.5

    def __format__(self, spec):
        return f"<{spec}>"

    def __round__(self, n=None):
        return f"round {n}"


class X(complex):
    def __complex__(self):
        return 7j

    def __bool__(self):
        return False


class B(int):
    def __bool__(self):
        return False

    def __int__(self):
        return 12

    def __str__(self):
        return "str of B"


ask(r'''
I(3) + 1, 1 + I(3), I(3) + I(4), 1.5 + I(3), I(3) - 1, type(I(3) * 2), sum([I(1), 2]), sum([1, I(2)])
[10, 20, 30][I(1)], "abc"[I(2)], range(10)[I(5)], [0] * I(2), I(3).__index__(), list(range(I(3))), bytes(I(2)), chr(I(65)), hex(I(10))
I(3) == 3, 3 == I(3), I(3) != 3, {I(3): 1}, hash(I(3)), 3 in [I(3)], [I(3)].index(4), {5: "x"}.get(I(5))
int(I(3)), float(I(3)), complex(I(3)), str(I(3)), repr(I(3)), f"{I(3)}", f"{I(3):d}", f"{I(3)!r}", "%d %s" % (I(3), I(3)), round(I(3)), abs(I(-3)), -I(3), divmod(I(7), 2), pow(I(2), 3), I(3).real, type(I(3).real)
int(B(5)), float(B(5)), bool(B(5)), str(B(5)), "%d" % B(5), f"{B(5)}", f"{B(5):3}", B(5) + 1, not B(5), [1][B(0)], int("7", B(8)), B(5) if B(5) else "falsy", range(B(2)), print(B(3))
Plain(5) == 5, hash(Plain(5)), {5: 1}[Plain(5)], Plain("0x1f", 16), Plain(2**70), type(Plain(5) + 0), type(+Plain(5)), Plain(True), Plain(3.9), Plain(), isinstance(Plain(1), int), Plain(5).bit_length(), repr(Plain(7)), Plain.from_bytes(b"a"), type(Plain.from_bytes(b"a"))
Plain("x")
Plain([])
Plain(1, 2)
setattr(Plain(5), "attr", 1), (p := Plain(5), setattr(p, "attr", 1), p.attr, p.__dict__)[2:]
F(1.5) * 2, 2 * F(1.5), float(F(1.5)), f"{F(1):.2f}", format(F(1), "x"), round(F(1.5)), round(F(1.5), 1), int(F(1.9)), F(1.5) + 1, type(F(1.5) + 1), str(F(2)), "%f" % F(3), max(F(1), 0), F("1e5"), F.fromhex("0x1p4"), hash(F(0.5)) == hash(0.5), -F(1), abs(F(-1))
F("x")
complex(X(1, 2)), X(1, 2) + 0, bool(X(1, 2)), abs(X(3, 4)), X(1, 2) == 1 + 2j, X("1j"), type(X(1).conjugate()), repr(X(1, 2)), X(1) or "false"
[I(2), I(1)].sort(), sorted([Plain(3), 1, Plain(2)]), min(Plain(2), 1.5), max([B(1), B(9)]), sorted([F(2), F(1)])
I.__add__(I(1), 2), int.__add__(I(1), 2), super(I, I(1)).__add__(5), int.__repr__(I(4)), I.mro()[1]
isinstance(True, Plain), issubclass(bool, int), Plain.__base__, type(Plain)("Z", (Plain,), {})(5)
type("Q", (int, float), {})
type("Q", (int, str), {})
type("Q", (Plain, int), {})(3), type("Q", (int, Plain), {})
Plain.__new__(Plain, 5), int.__new__(Plain, 6), type(int.__new__(Plain, 6)), object.__new__(object).__class__
float.__new__(Plain)
1 .__class__, (1).__class__.__name__, (5).__add__(Plain(1)), Plain(5).__add__(1.5), Plain(2) ** -1, Plain(7) // 2, Plain(7) % 4, Plain(1) << 3, ~Plain(0), Plain(6) & 3
''')
for value in (I(3), Plain(4), F(1.5), X(2j), B(1)):
    print(type(value).__name__, isinstance(value, (int, float, complex)), value.__class__.__mro__[1].__name__, type(value.real).__name__)
