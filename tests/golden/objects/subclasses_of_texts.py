"""Subclasses of str, bytes and bytearray with overridden methods: which built-ins ask them."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class S(str):
    def __len__(self):
        return 42

    def __getitem__(self, key):
        return "item"

    def __iter__(self):
        return iter(["it", "er"])

    def __str__(self):
        return "str of S"

    def __repr__(self):
        return "repr of S"

    def __contains__(self, x):
        return True

    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "radded"

    def __mod__(self, other):
        return "mod"

    def __format__(self, spec):
        return f"format {spec!r}"


class E(str):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class P(str):
    pass


class B(bytes):
    def __len__(self):
        return 9

    def __getitem__(self, i):
        return 33

    def __bytes__(self):
        return b"bytes of B"

    def __iter__(self):
        return iter([1])


class Y(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.note = "n"

    def append(self, x):
        super().append(x + 1)


s = S("abc")
ask(r'''
len(s), s[0], s[:2], list(s), tuple(s), str(s), repr(s), "z" in s, s + "x", "x" + s, s % 1, f"{s}", f"{s!s:>10}", f"{s:>5}", format(s, "q"), "%s %r" % (s, s), "{} {!r}".format(s, s), s.upper(), s.encode(), s.join("xy"), "-".join([s, s]), s * 2
bool(s), s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], s.find("c"), "abcd".startswith(s), "xabc".replace(s, "-"), s.split("b"), int(P("12")), float(P("1.5")), P("a") < "b", sorted([P("b"), "a"]), max(s, "abd"), s.__class__.__base__
print(s, end="\n") or print([s]), str.__str__(s), str.__repr__(s), str.__len__(s), type(str(s)), type(str(P("a"))), type(P("a")[:]), type(P("a") + ""), type(P("a").strip()), type("".join([P("a")]))
getattr(5, P("real")), setattr(type("T", (), {}), P("x"), 1), {P("k"): 1}, dict(**{P("k"): 1}), eval(P("1+1")), compile(P("x"), P("f"), P("eval")).co_filename, open.__name__, P("a").__dict__, __import__(P("sys")).__name__
E("a") == "b", "b" == E("a"), E("a") in ["z"], {E("a"): 1}.get("a"), ["q"].index(E("a")), E("x") != "x", {"a": 1}.get(E("a")), hash(E("a"))
P("%s") % "x", P("{}").format(1), type(P("{}").format(1)), P("a").translate({97: "b"}), P("a,b").partition(","), P("ab").casefold(), P("abc").center(7, P("*")), P("é").encode(P("latin-1"), P("strict"))
P(5), P(b"a", "ascii"), P(), P("a", "b") if False else 0, P(object=3), P.maketrans("a", "b"), type(P.__new__(P, "x")), str.__new__(P, "y")
P(b"a", "nope")
str.__new__(int, "a")
str.__new__()
P("a").nope
b = 5
len(B(b"ab")), B(b"ab")[0], bytes(B(b"ab")), list(B(b"ab")), B(b"ab") + b"c", b"c" + B(b"ab"), b"".join([B(b"ab")]), B(b"ab") == b"ab", hash(B(b"ab")) == hash(b"ab"), bytearray(B(b"ab")), memoryview(B(b"ab")).tolist(), B(b"ab").decode(), b"%b" % B(b"q"), repr(B(b"x")), str(B(b"x")), int(B(b"12")), B(b"ab").find(b"b"), type(B(b"ab").upper()), B.fromhex("6162"), type(B.fromhex("61")), type(B(b"a")[:] if False else B(b"a").replace(b"z", b"")), B([65, 66]), B(3), B("é", "utf-8")
B("a")
B(-1)
bytes.__new__(B, b"z"), type(bytes.__new__(B, b"z"))
(y := Y(b"ab"), y.append(65), y, y.note, y.copy(), type(y.copy()), y + b"c", type(y + b"c"), y * 2, y[:1], type(y[:1]), repr(y), y == b"abB", y.__dict__)[2:]
Y(5), Y(), Y.fromhex("6162"), Y.fromhex("61").note, Y(b"a").__reduce__()[0].__name__, Y("é", "utf-8")
Y("a")
hash(Y())
type("Q", (str, bytes), {})
type("Q", (bytes, bytearray), {})
''')
