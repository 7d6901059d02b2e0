"""Padding, searching, counting and replacing in strings, with every kind of bound and wrong argument."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


s = "abracadabra"
u = "añb𐀀añb"
ask(r'''
s.center(15, "*"), s.center(14, "*"), "ab".center(5, "*"), "a".center(4, "*"), "abc".center(2), s.ljust(13, "é"), s.rjust(13, "𐀀"), "x".ljust(Index(3), "."), "".center(3, "-"), u.rjust(9)
s.center("15")
s.center(15, "")
s.center(15, "ab")
s.center(15, b"*")
s.center(15, 1)
s.ljust(1.5)
s.rjust()
s.ljust(5, None)
"42".zfill(5), "-42".zfill(5), "+42".zfill(5), "--4".zfill(5), "".zfill(2), "-".zfill(3), "abc".zfill(2), "é".zfill(3), "5".zfill(-3), "-٣".zfill(4)
"42".zfill("5")
"42".zfill(None)
s.find("a"), s.find("a", 1), s.find("a", -3), s.find("abra", 1), s.find(""), s.find("", 11), s.find("", 12), s.find("z"), s.rfind("a"), s.rfind("a", 0, -1), s.rfind(""), s.rfind("", 0, 5), s.find("a", None, None), s.find("bra", 2, 11), s.find("bra", 2, 10), s.find("", 5, 2)
u.find("b"), u.find("𐀀"), u.rfind("ñ"), u.index("b", 3), u.rindex("a", 0, 4), u.find("añ", 1), u.count("ñ"), u.find("\ud800"), "\ud800x".find("\ud800"), "\ud800x".find("x")
s.find("a", Index(4)), s.find("a", -(2**70)), s.find("a", 2**70), s.count("a", -5, Index(-1)), s.index("c", -8, -3)
s.index("z")
s.index("a", 20)
s.rindex("abra", 1, 5)
s.find(1)
s.find(b"a")
s.find()
s.find("a", "b")
s.find("a", 1.0)
s.find("a", 1, 2, 3)
s.rfind(None)
s.count("a"), s.count("abra"), s.count(""), "".count(""), "".count("a"), "aaaa".count("aa"), s.count("", 3), s.count("", 11), s.count("", 12), s.count("a", 1, 4), u.count("")
s.count(1)
s.startswith("abr"), s.startswith(("x", "ab")), s.startswith(()), s.startswith("bra", 1), s.startswith("", 11), s.startswith("", 12), s.endswith("bra"), s.endswith("abra", 0, 4), s.endswith(("", "q")), s.endswith("", 5, 3), s.startswith("abra", 0, 3), s.endswith("a", None, -1)
s.startswith(1)
s.startswith(["a"])
s.startswith(("a", 1)), 1
s.startswith(("x", 1))
s.endswith(b"a")
s.endswith((b"a",))
s.startswith("a", "b")
"a" in s, "cad" in s, "" in s, "z" in s, "ñb" in u, "" in ""
1 in s
b"a" in s
None in s
s.replace("a", "A"), s.replace("a", "A", 2), s.replace("a", "", -1), s.replace("", "-"), s.replace("", "-", 3), "".replace("", "x"), "".replace("a", "x"), s.replace("abra", ""), s.replace("a", "ñ"), u.replace("ñ", "n"), u.replace("𐀀", "--"), s.replace("x", "y") is s, s.replace("a", "b", 0), "aaa".replace("aa", "b"), s.replace("a", "b", count=1)
s.replace("a")
s.replace("a", 1)
s.replace(1, "a")
s.replace("a", "b", "c")
s.replace("a", "b", 1.5)
s.replace("a", "b", None)
s.replace(old="a", new="b")
s.replace("a", "b", 1, count=2)
s[Index(2)], s[-1], s[Index(-11)], s[1:5], s[::-1], s[-1:-5:-2], s[100:], s[5:2], s[::Index(3)], u[::-1], u[1:6:2], u[-3:], s[None:None:None]
s[11]
s[-12]
s["a"]
s[1.0]
s[None]
s[1, 2]
s[::0]
s["a":]
s[2**70]
s[Index("a")]
s * 2, 2 * "ab", "ab" * 0, "ab" * -3, "" * 5, "ab" * True, Index(2) * "x"
s * 1.5
s * "a"
s + 1
s + b"a"
1 + s
s - s
-s
''')
