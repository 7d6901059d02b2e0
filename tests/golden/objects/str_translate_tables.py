"""translate and maketrans with tables of every kind, and tables that answer wrongly."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class Table:
    def __init__(self, answer):
        self.answer = answer

    def __getitem__(self, key):
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer(key) if callable(self.answer) else self.answer


class Default(dict):
    def __missing__(self, key):
        return chr(key).upper() if key < 110 else None


ask(r'''
str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "cd"), str.maketrans("", ""), str.maketrans({"a": 1, 98: "b", "é": None}), str.maketrans({}), str.maketrans("aa", "xy"), str.maketrans("a", "b", "a")
str.maketrans("ab", "x")
str.maketrans("a", 1)
str.maketrans(1, "a")
str.maketrans("a", "b", 1)
str.maketrans("a")
str.maketrans([("a", "b")])
str.maketrans({"ab": 1})
str.maketrans({"": 1})
str.maketrans({1.5: 1})
str.maketrans({None: 1})
str.maketrans()
str.maketrans({"a": object})["a".__len__() + 96] is object
"abcabc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "long", 98: None, 99: 0x10FFFF}), "abc".translate({97: "", 98: "b"}), "abc".translate({}), "".translate({}), "añ𐀀".translate({0x10000: "x", 0xF1: 0x10000})
"abc".translate({97: 2**31})
"abc".translate({97: 0x110000})
"abc".translate({97: -1})
"abc".translate({97: 1.5})
"abc".translate({97: b"x"})
"abc".translate({97: True}), "ab".translate({97: ord("é")})
"abc".translate(None)
"abc".translate(5)
"abc".translate("xyz" * 50)
"abc".translate(["-"] * 98)
"abc".translate(b"x" * 100)
"abc".translate()
"abc".translate({}, {})
"abyz".translate(Default()), "abcde".translate(Table(lambda c: c + 1)), "aab".translate(Table(lambda c: None if c == 97 else chr(c) * 2))
"abc".translate(Table(KeyError("lost"))), "abc".translate(Table(IndexError("lost"))), "abc".translate(Table(LookupError()))
"abc".translate(Table(ValueError("bad")))
"abc".translate(Table([1]))
"aba".translate({97: Table})
"\ud800a".translate({0xD800: "x"}), "a\u0301".translate({0x301: None}), ascii("ab".translate({97: 0xD800, 98: "\udc00"}))
''')
calls = []
table = Table(lambda c: calls.append(c) or c)
print("abcabé".translate(table), calls)
vowels = dict.fromkeys(map(ord, "aeiou"))
print("the quick brown fox".translate(vowels), len(vowels))
rot = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
print("uryyb jbeyq".translate(rot), "uryyb".translate(rot).translate(rot))


class Text(str):
    def __getitem__(self, key):
        return "never asked"


print(Text("abc").translate({97: "x"}), type(Text("abc").translate({})), Text("abc")[0])
print("abc".translate(range(100, 300)), "abc".translate(memoryview(bytes(range(1, 200)))))
growing = {97: "b"}


class Grower(dict):
    def __getitem__(self, key):
        self[len(self)] = key
        return dict.get(self, key, key)


grower = Grower(growing)
print("aaaa".translate(grower), len(grower))
