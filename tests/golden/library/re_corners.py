import re
print(re.findall(r"(?P<a>\w)(\d)?", "a1b"), re.sub(r"(\w)(\d)", r"\2\g<1>", "a1 b2"), re.split(r"(,)|;", "a,b;c"), re.subn("x", "y", "xxx", count=2), re.fullmatch("a*", "aab"), re.sub("", "-", "ab"))
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)?", "on 2024- ")
print(m.group("y", "m"), m.groupdict("x"), m.span("y"), m.start(2), m.lastgroup, m.lastindex, m.expand(r"\g<y>!"), m.string[m.end():], m[1], m.regs, m.pos, m.endpos, repr(m))
print(re.compile(r"""a # c
  b""", re.X | re.I).search("xAB"), re.compile("a|b", re.M), re.escape("a.b*c d"), re.findall(r"^\w$", "a\nb", re.M), re.findall(r"(?i:A)b", "ab AB"), re.findall(r"(?<=a)b|(?<!x)c", "abxcc"), re.match(r"(a)?(?(1)b|c)", "c"))
print([m.span() for m in re.finditer(r"a*?", "aa")], re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aab"), re.findall(r"\bé\w", "éa bé"), re.findall(rb"\xff.", b"\xffa"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 and 10"))
for pattern in ["(", "a**", "[a", "(?P<1>a)", r"\1", "(?<=a*)b", "a{3,2}", "(?P<a>x)(?P<a>y)", "*a", r"[z-a]", "(?z)", r"\q"]:
    try: re.compile(pattern); print("ok", pattern)
    except re.PatternError as error: print(pattern, error, error.pos)
print(re.purge(), re.template if hasattr(re, "template") else None, re.compile("a").flags, re.compile("(a)(?P<n>b)").groupindex, re.compile("x").pattern)
