"""t-strings (PEP 750): templates keep their parts."""

name, n = "Ann", 42
t = t"Hello {name}, you are {n:>5} and {n!r:{name}} {n + 1 = }!"
print(type(t).__name__, t.strings, t.values)
for part in t.interpolations:
    print(repr(part.value), repr(part.expression), repr(part.conversion), repr(part.format_spec))
print([part if isinstance(part, str) else part.value for part in t])

empty = t""
print(empty.strings, empty.interpolations, list(empty))
print(t"plain".strings, list(t"{1}{2}"), t"{1}{2}".strings)
joined = t"a{1}" t"b{2}c"
print(joined.strings, joined.values)
added = t"x{1}y" + t"z{2}"
print(added.strings, added.values)
for wrong in ("t'a' + 'b'", "'a' + t'b'", "t'a' % 5"):
    try:
        eval(wrong)
    except TypeError as error:
        print(error)


def html(template):
    out = []
    for item in template:
        if isinstance(item, str):
            out.append(item)
        else:
            value = item.value
            if item.conversion == "r":
                value = repr(value)
            out.append(str(value).replace("<", "&lt;"))
    return "".join(out)


evil = "<script>"
print(html(t"<p>{evil}</p> {evil!r} {t'{evil}' and 1}"))
order = []


def note(value):
    order.append(value)
    return value


t"{note(1)}{note(2):{note(3)}}{note(4)}"
print(order)
print(rt"\n{n}".strings, tr"\{n}".strings, T"{n}".values)
nested = t"{t'{n}'}"
print(type(nested.values[0]).__name__, nested.values[0].values)
print(t"{{literal}} {n}".strings)
print(t"""multi
line {n}
""".strings)
try:
    t"{missing}"
except NameError as error:
    print(error)
match t.interpolations[0]:
    case object(value=v, expression=e):
        print(v, e)
