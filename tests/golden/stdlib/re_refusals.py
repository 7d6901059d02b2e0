"""Patterns that re refuses with their positions, flags, and corners of matching and replacing."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import re

p = re.compile(r"(?P<word>\w+)(?:-(\d+))?")
m = p.search("  spam-42 eggs")
ask(r"""
re.compile("(")
re.compile(")")
re.compile("[a")
re.compile("a**")
re.compile("*a")
re.compile("a{2,1}")
re.compile("(?P<a>x)(?P<a>y)")
re.compile("(?P<1>x)")
re.compile("(?P=b)")
re.compile("(?P<a")
re.compile("(?<=a+)b")
re.compile("\\1")
re.compile("(?z)")
re.compile("(?i")
re.compile("a(?i)b")
re.compile("[b-a]")
re.compile("\\q")
re.compile("\\")
re.compile("(?(1)a|b|c)")
re.compile("(?(2)a)")
re.compile("(?#")
re.compile("x{99999999999}")
re.compile("[[:alpha:]]") and 1
re.compile("\\x1")
re.compile("\\u12")
re.compile("\\N{nope}")
re.compile("(?-i:a)(?i-s:b)").flags, re.compile("(?a)x").flags, re.compile(b"x").flags, re.compile("x", re.I | re.X), re.compile("x", re.A).flags
re.compile("(?L)x")
re.compile(b"(?u)x")
re.compile("x", "flags")
re.compile(5)
re.compile(re.compile("x"), re.I)
re.match("a", b"a")
re.match(b"a", "a")
re.match("a", 5)
m.group(), m.group(1), m.group("word", 2), m[0], m["word"], m.groups(), m.groupdict(), m.span(), m.span("word"), m.start(2), m.end(), m.pos, m.endpos, m.lastindex, m.lastgroup, m.string, m.re is p, m.regs, repr(m), m.expand(r"\2-\g<word>-\g<0>")
m.group(3)
m.group("nope")
m["x"]
m.start(5)
m.group(-1)
m.expand(r"\9")
m.expand("\\")
p.fullmatch("a-1").groups(), p.fullmatch("a b"), p.match("xab", 1).span(), p.search("abc", 1, 2).group(), p.findall("a-1 b c-3"), [x.group() for x in p.finditer("a b", 1)], p.groups, p.groupindex, p.pattern, p.flags
re.match("(a)?b", "b").groups(), re.match("(a)?b", "b").groups("-"), re.match("(a)?b", "b").group(1), re.match("(a)?b", "b").span(1), re.match("(a)|(b)", "b").lastindex, re.match("((a)b)", "ab").lastindex
re.sub("a", "b", "aaa", 2), re.sub("a", "b", "aaa", count=0), re.sub("x*", "-", "abxd"), re.sub("(a)(b)?", r"[\1\2]", "abac"), re.sub("a", lambda m: m.group() * 2, "bab"), re.sub("", "-", "ab"), re.subn("a", "b", "aa"), re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1"), re.sub("a", r"\n\t\\", "a"), re.sub(b"a", b"b", b"aa")
re.sub("a", r"\1", "a")
re.sub("a", r"\g<x>", "a")
re.sub("a", r"\g<", "a")
re.sub("a", r"\g<>", "a")
re.sub("a", r"\q", "a")
re.sub("a", 5, "a")
re.sub("a", lambda m: 5, "a")
re.sub("a", b"x", "a")
re.split(",", "a,b,c", 1), re.split("(,)", "a,b"), re.split("x*", "axbc"), re.split("", "ab"), re.split(r"\b", "a b"), re.split(",", ""), re.split("(a)|b", "1a2b3")
re.findall("a|", "aba"), re.findall("(a)(b)?", "aab"), re.findall("", "ab"), re.findall(r"\b\w", "ab cd"), re.findall("(?=(..))", "abcd"), re.findall("^a", "a\na", re.M), re.findall("a$", "a\na\n"), re.findall("a.c", "a\nc", re.S), re.findall("(?i)É", "é"), re.findall(r"(?a)\w", "é1"), re.findall(r"[^\W\d]", "a1_")
re.match(r"(?P<q>['\"]).*?(?P=q)", "'a\"b'c").group(), re.match("(?>a+)a", "aaa"), re.match("a++a", "aaa"), re.match("a*+b", "aab").group(), re.match("(?:a|ab)(?:c|bcd)", "abcd").group(), re.match("(a+)+b", "aaab").groups(), re.match("(?!a)b", "b").group(), re.match("(?<!a)b", "b").group(), re.search("(?<=a)b", "ab").span(), re.match("(?(1)a|b)(c)?" if False else "b", "b").group(), re.match("(<)?a(?(1)>|$)", "<a>").group(), re.match("(<)?a(?(1)>|$)", "<a")
re.escape("a.b*c-d e\n\0é_"), re.escape(b"a.b"), re.purge(), re.fullmatch("a|ab", "ab").group(), re.match(r"\Aa\Z", "a").group(), re.match("a\\z", "a").group(), re.match(r"\d+", "١٢").group(), re.match("[\\]]", "]").group(), re.match("[]a]", "]").group(), re.match("[a\\-z]+", "-za").group(), re.match("x{,2}", "xxx").group(), re.match("x{2}?", "xxx").group(), re.match("x{a}", "x{a}").group()
re.error is re.PatternError, re.RegexFlag(2), re.I | re.M, ~re.I, re.compile("x", re.I | re.M | re.S | re.X | re.A | re.DEBUG & 0), re.NOFLAG, repr(re.compile("a" * 300))[:20], repr(re.match(".*", "a" * 100))
hash(re.compile("x")) == hash(re.compile("x")), re.compile("x") == re.compile("x"), re.compile("x") == re.compile("x", re.I), re.compile("x") == re.compile(b"x"), __import__("copy").copy(m) is m, __import__("pickle").loads(__import__("pickle").dumps(p)) == p
p.scanner("a b").search().group(), p.scanner("a b").match().span(), re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\s", None), (r"\w", "word")]).scan("12 a?")
""")
try:
    re.compile("a\n(b")
except re.error as error:
    print(error, error.msg, error.pos, error.lineno, error.colno, error.pattern)
