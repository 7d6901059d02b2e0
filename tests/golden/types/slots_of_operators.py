"""In-place operators, reflected ones and their fallbacks for the built-in containers."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

class R:
    def __radd__(self, other):
        return f"radd {other}"

    def __rmul__(self, other):
        return f"rmul {other}"

    def __ror__(self, other):
        return f"ror {other}"

    def __rmod__(self, other):
        return f"rmod {other}"

    def __rmatmul__(self, other):
        return "rmatmul"


ask("""
[] + R(), () + R(), "" + R(), b"" + R(), {} | R(), set() | R(), [1] * R(), "ab" * R(), "a" % R(), b"a" % R(), 1 + R(), 1.5 * R(), None + R(), [] @ R()
[] + ()
() + []
"" + b""
b"" + ""
[] * []
[] - []
{} + {}
{} | []
{} & {}
set() | []
set() + set()
"a" - "b"
"a" / 2
None + None
[] < ()
{} < {}
"a" < b"a"
[] @ []
-[]
~"a"
+None
not []
1 + []
1 in 5
[] in {}
len in [len], 1 in [1.0], float("nan") in [float("nan")], "a" in "abc", b"a" in b"abc", 97 in b"abc"
1 in "abc"
b"a" in "abc"
""")
for start, operation in (([1], "x += (2,)"), ([1], "x += 'ab'"), ([1], "x += 5"), ((1,), "x += [2]"), ("a", "x += 5"), ({1}, "x |= [2]"), ({1}, "x |= {2}"), ({1: 2}, "x |= [(3, 4)]"), ({1: 2}, "x |= 5"), ([1], "x *= 2"), ([1], "x *= 1.5"), (b"a", "x += bytearray(b'b')"), (bytearray(b"a"), "x += b'b'"), (bytearray(b"a"), "x += 'b'"), (5, "x //= 0"), (5, "x **= -1"), (5, "x @= 1"), ("a%s", "x %= 5"), (True, "x += True"), (True, "x |= False"), (True, "x &= 5"), (1.5, "x %= 1"), (frozenset([1]), "x -= {1}")):
    space = {"x": start}
    try:
        exec(operation, space)
        print(operation, repr(space["x"]), space["x"] is start)
    except Exception as error:
        print(operation, type(error).__name__, error)
