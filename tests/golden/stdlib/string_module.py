"""string.Template, Formatter, constants and capwords."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import string
from string import Formatter, Template


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braced(Template):
    flags = 0
    braceidpattern = "[A-Z]+"


class Own(Formatter):
    def get_value(self, key, args, kwargs):
        return f"<{key}>" if key not in kwargs and not isinstance(key, int) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value)[::-1] if conversion == "v" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return f"{value}/{spec}" if spec else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        unused = set(range(len(args))) - used
        if unused:
            raise ValueError(f"unused {sorted(unused)}")


f = Formatter()
ask("""
Template("$a ${b} $$ $a").substitute(a=1, b=2), Template("$a $c").safe_substitute(a=1), Template("$a $").safe_substitute(a=1), Template("$Ünï $a").safe_substitute(a=1), Template("$a").substitute({"a": 1}, a=2), Template("$a$b").substitute({"a": 1}, b=2)
Template("$a $b").substitute(a=1)
Template("$a $").substitute(a=1)
Template("line\\n  $1").substitute()
Template("${}").substitute()
Template("${a").substitute(a=1)
Template("$a").substitute(1, 2)
Template(5).substitute()
Template("$a ${b} $a $$").get_identifiers(), Template("$").is_valid(), Template("$a").is_valid(), Template("x").template
Percent("%a_b %a %% %{c_d}").safe_substitute(a_b=1, c_d=2), Braced("$a ${B} ${b}").safe_substitute(a=1, B=2, b=3), Percent("%a").is_valid()
string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.whitespace, len(string.printable)
string.capwords("  hello   wORLD "), string.capwords("a-b c", "-"), string.capwords("", "x"), string.capwords("x  y", " ")
f.format("{} {}", 1, 2), f.format("{0} {a!r:>5}", 1, a="x"), f.vformat("{x[0]} {y.real}", (), {"x": [1], "y": 2}), f.format("{:{w}}", 5, w=4), f.format("{{}}")
f.format("{}")
f.format("{a}")
f.format("{} {1}", 1, 2)
f.format()
f.format("{!z}", 1)
f.format("{:{:{:{}}}}", 1, 2, 3, 4)
list(f.parse("a{b!r:c}d{{e}}{}")), list(f.parse("")), list(f.parse("{0[x].y:{z}}"))
list(f.parse("{"))
list(f.parse("}"))
list(f.parse("{a!rx}"))
f.get_field("a.b[c]", (), {"a": type("A", (), {"b": {"c": 5}})}), f.get_field("0[1]", ("ab",), {})
f.get_field("a", (), {})
Own().format("{x} {0!v} {y:z}", "abc", y=1)
Own().format("{0}", 1, 2)
Own().format("{0!q}", 1)
""")
