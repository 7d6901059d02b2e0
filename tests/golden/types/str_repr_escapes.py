"""How strings are written: escapes in literals, quotes and escapes in repr."""

print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\\"), repr("\n\r\t\v\f\b\a\0"), repr("\x7f\x80\xa0\xad"), repr("é日😀"), repr("\u200b\u2028\ufeff"))
print(repr("\ue000"), repr("\U0010ffff"), repr("\u0378"), repr("\u0301"), repr("\u3000"), repr(" "), ascii("é日😀\n'"), ascii("\u0378"))
print("\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}\
 continued", "\N{GREEK SMALL LETTER ALPHA}\N{EURO SIGN}\N{greek small letter beta}\N{SNOWMAN}", "\7\07\007".encode(), "\0000".encode(), "\18".encode())
print(r"\n\x41\"", R'\'', r"\\", u"\u0041", U"b", b"\x41\n\101\\", rb"\x41", Rb"\'", bR"\"", br'\u0041')
print('''triple 'quotes' "inside" ''' """and "more" ones""", """
line
""".count("\n"), "tab	inside", 'it''s', "a" 'b' """c""" r'\d')
print("line one\nline two\ttabbed\\ backslash \' \" \101")
print(len("\r\n"), "\r" in "\r\n", "a\
b")
print(repr(b"a'b"), repr(b'a"b'), repr(b"a'b\"c"), repr(b"\x00\n\r\t\x7f\x80\xff\\"), repr(bytearray(b"x'y")), b'\x41' == b"A", [b""], str(b"\xff"))
print(["a'b", 'c"d', "\n", "é"], ("x",), {"k\t": "v\\"}, {"q'"})


def attempt(source):
    try:
        value = eval(source)
        print(source, "=", ascii(value))
    except SyntaxError as error:
        print(ascii(source), "->", error.msg)


for source in (r"'\x4'", r"'\x'", r"'\u004'", r"'\U0011FFFF'", r"'\N{no such name}'", r"'\N{'", r"'\N'", r"b'\x4'", "b'é'", "'abc", '"""abc', "'a\nb'", r"'\x4g'", r"b'\u0041'",
               "'a' b'b'", "f'a' b'b'", "ur'x'", "bu'x'", "fb'x'", "'\\", r"r'\'", "r'a\\' + 'b'", r"'\U00110000'", "'\\ud800'", "'a' 'b' 5"):
    attempt(source)
for value in (5, "x", [1, "a", None], {"a": (1,)}, print, int, ..., range(3), slice(1, 2), {1}, frozenset(), set(), (), (1,), [], {}, 1.0, b"x", True, type, Exception("x"), KeyError("k")):
    print(repr(value), "|", str(value))
recursive = [1]
recursive.append(recursive)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
print(recursive, d, t, [recursive, d])


class Quiet:
    def __repr__(self):
        return "Q"


class Loud(Quiet):
    def __str__(self):
        return "loud"


print([Quiet(), Loud()], str(Quiet()), str(Loud()), f"{Loud()} {Loud()!r} {[Loud()]}", {Loud(): 1} and "ok", "%s %r" % (Loud(), Loud()))


class BadRepr:
    def __repr__(self):
        return 5


class BadStr:
    def __str__(self):
        return None


for function, thing in ((repr, BadRepr()), (str, BadRepr()), (str, BadStr()), (print, BadStr()), (repr, [BadRepr()]), (ascii, BadRepr()), (format, BadStr())):
    try:
        function(thing)
    except TypeError as error:
        print(function.__name__, error)
