"""Numbers in f-strings, which the machine keeps as numbers until the text is put together."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        print("formats", self.name, repr(spec))
        return f"<{self.name}>"


class Int(int):
    def __format__(self, spec):
        return "Int!"


class Float(float):
    def __str__(self):
        return "Float!"


class Text(str):
    def __str__(self):
        return "Text!"


def say(name):
    print("makes", name)
    return Loud(name)


def f(*parts):
    a, b, c = parts
    return f"{a}|{b}|{c}"


big = 10**30
for parts in (
    (1, 2.5, "x"), (-0.0, float("nan"), float("inf")), (True, None, ...), (big, -big, 2**50), (2**49, -2**49, 2**62),
    (1e16, 1e-5, 123456789.125), (Int(3), Float(1.5), Text("t")), (1 + 2j, [1], (2,)), ("ü", 7, "\U0001F600"), (5e-324, 1.7976931348623157e308, 0),
):
    print(f(*parts), len(f(*parts)))

print(f"{say('a')}{1}{say('b')} {say('c')}")
print(f"{1}{2}{3}{4}{5}{6}{7}{8}{9}{10}{11}{1.5}")
print(f"{1}", f"{1.5}", f"{'s'}", f"{1!r}{2!s}{3!a}", f"{1:>4}{2}", f"{3:{5}}{4}")
items = [1]


def grow():
    items.append(len(items))
    return items


print(f"{items} {grow()} {len(items)} {grow()}")
n = 1


def count():
    global n
    n += 1
    return n


print(f"{n}{count()}{n}{count()}{n}")
print(f"{-1}{-2.5}{0}{0.0}é{10**15}{1e15}{123}")
print(eval("f'" + "{n}" * 700 + "'") == "3" * 700)
print(ascii(f"{n}\udc80{n}"), f"{'ab' * 200}{n}{'ü' * 300}"[-5:], len(f"{'ab' * 200}{n}{'ü' * 300}"))
try:
    print(f"{n}{missing}{n}")
except NameError as error:
    print(error)
try:
    print(f"{n}{object():x}")
except TypeError as error:
    print(error)
