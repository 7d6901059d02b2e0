"""Patterns, matches, replacements, and their errors."""
import re
print(re.findall(r"\w+", "hello big world"), re.search(r"(\d+)-(\d+)", "tel 12-345").groups(), re.match("a", "b"))
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)?", "on 2024-12 x")
print(m, m["y"], m.group("m", 1), m.groupdict(), m.span("y"), m.start(), m.end(2), m.lastindex, m.lastgroup, m.re, m.string, m.pos, m.endpos, m.regs)
print(re.sub(r"(\w)(\w)", r"\2\1", "abcdef"), re.sub("x", "y", "axbx", count=1), re.subn("[aeiou]", lambda m: m[0].upper(), "education"), re.sub("", "-", "abc"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split("(,)", "a,b,c", maxsplit=1), re.split("x*", "axbc"))
print([m.span() for m in re.finditer("a|b", "xaxbx")], re.fullmatch("a+", "aaa"), re.fullmatch("a+", "aab"))
print(re.findall("é+", "aéébé"), [m.span() for m in re.finditer(r"\w", "é😀x")], re.sub("(.)", r"<\1>", "日本"), re.search("本", "日本").span())
print(re.compile("a", re.I | re.M), re.compile(b"a"), re.compile("a") == re.compile("a"), re.escape("a.b*c"), re.findall(b"\\d", b"1a2"))
print(re.findall(r"(a)|(b)", "ab"), re.findall(r"(?i)HELLO", "hello Hello"), re.search(r"(?<=abc)def", "abcdef"), re.search(r"\bfoo\b", "a foo b"))
print(m.expand(r"\g<y>/\2"), re.search("(a)?b", "b").groups("none"), re.purge())
p = re.compile(r"""
 (?P<num>\d+) # number
 | (?P<id>[a-z]+)""", re.X)
print([(m.lastgroup, m.group()) for m in p.finditer("12 ab 3")], p.groupindex, p.groups, p.flags, p.pattern)
for f in (lambda: re.compile("("), lambda: re.compile("a**"), lambda: re.compile("[b-a]"), lambda: re.match("a", 3), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: m.group(9), lambda: m["q"], lambda: re.sub("a", r"\3", "a"), lambda: re.sub("a", 3, "a"), lambda: re.compile("a", 3, 4), lambda: re.sub("a", lambda m: 3, "a"), lambda: re.compile("(?P<1>a)"), lambda:re.compile("\\")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(re.sub(r"(?P<a>x)(y)?", r"[\g<a>\2]", "xyx"), re.match(r"(a(b)?)+", "aba").groups(), re.findall(r"\d+(?:\.\d+)?", "1.5 and 2 and 3.14"))
print(re.match(r"(\w+) \1", "the the"), re.match("(?>a+)b", "aab"), re.match("a++b", "aab"), re.search("(?s)a.b", "a\nb"), re.findall("^.", "ab\ncd", re.M))
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
print(s.scan("12 abc 3"))
print(re.template if hasattr(re, "template") else "no", repr(re.I), re.RegexFlag(10), re.NOFLAG, re.error)
import copy
print(copy.copy(p) is p, hash(p) == hash(re.compile(p.pattern, re.X)))
print(re.split(r"(\d)", "a1b2c"), "".join(re.findall(".", "x" * 100))[:5], len(re.sub("a", "bb", "a" * 1000)))
