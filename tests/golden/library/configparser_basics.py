import configparser, io
c = configparser.ConfigParser()
c.read_string("""[DEFAULT]
base = /opt
[one]
path = %(base)s/x
n = 5
flag = yes
multi = a
    b
; comment
[two]
empty
""" .replace("empty", "k: v"))
print(c.sections(), c["one"]["path"], c.getint("one", "n"), c["one"].getboolean("flag"), repr(c["one"]["multi"]), c.has_option("two", "base"), dict(c["two"]))
print(c.get("two", "none", fallback="fb"), "one" in c, c.items("two"), c.options("two"))
c["three"] = {"a": 1}
c.set("three", "b", "x%%y")
out = io.StringIO(); c.write(out); print(out.getvalue())
for make in (lambda: c["none"], lambda: c.get("one", "zz"), lambda: c.add_section("one"), lambda: c.getint("one", "flag"), lambda: c.read_string("x=1"), lambda: c.read_string("[a]\n[a]"), lambda: c.set("one", "p", "%(q)s") or c.get("one", "p")):
    try: print(make())
    except (KeyError, ValueError, configparser.Error) as error: print(type(error).__name__, str(error).splitlines()[0])
raw = configparser.RawConfigParser(allow_no_value=True, delimiters=("=",), interpolation=None)
raw.optionxform = str
raw.read_string("[S]\nKey\nOther = %(x)s\n")
print(dict(raw["S"]))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string("[a]\nx=1\n[b]\ny=${a:x}2\n")
print(e["b"]["y"])
