import string
from string import Template, Formatter
print(Template("$a ${b}c $$ $d").safe_substitute(a=1, b=2), Template("$x").substitute({"x": 3}), Template("$a $b").get_identifiers())
for make in (lambda: Template("$q").substitute(), lambda: Template("$ 1").substitute()):
    try: make()
    except (KeyError, ValueError) as error: print(type(error).__name__, error)
print(string.capwords(" a  bc d "), string.ascii_letters[:30], string.punctuation, repr(string.whitespace), string.hexdigits)
print(list(Formatter().parse("a{b!r:c{d}}e{{f}}")), Formatter().format("{0}{x[k]}{y.real}", 1, x={"k": 2}, y=3), Formatter().vformat("{}", (5,), {}))
class Own(Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def convert_field(self, value, conversion): return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)
print(Own().format("{a!u} {b} {0:>4}", 7, a="x"))
