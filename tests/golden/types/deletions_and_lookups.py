"""del, getattr, setattr and lookups on objects of every kind that refuse them."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

class Empty:
    __slots__ = ()


class Slot:
    __slots__ = ("a",)


class Plain:
    a = 1


s, p = Slot(), Plain()
ask("""
setattr(Empty(), "x", 1)
Empty().x
Empty().__dict__
s.a
delattr(s, "a")
setattr(s, "a", 1), s.a, delattr(s, "a"), hasattr(s, "a")
setattr(s, "b", 1)
Slot.a
Slot.a.__get__(Plain())
Slot.a.__get__(s)
delattr(p, "a")
setattr(p, "a", 2), p.a, delattr(p, "a"), p.a
delattr(p, "zz")
delattr(Plain, "zz")
setattr(p, "not an identifier", 1), getattr(p, "not an identifier"), vars(p)
setattr(p, 5, 1)
getattr(p, b"a")
getattr(p, "zz", None), getattr(p, "a", None)
setattr(p, "__dict__", 5)
setattr(p, "__dict__", {"fresh": 1}), p.fresh, p.__dict__
setattr(p, "__class__", 5)
setattr(p, "__class__", int)
setattr(p, "__class__", Slot)
(5).x
setattr(5, "x", 1)
delattr(5, "real")
"a".x
setattr("a", "upper", 1)
None.x
setattr(None, "x", 1)
[].x
setattr([], "append", 1)
len.x
int.x
setattr(int, "x", 1)
type.x
(1).__class__.x
[1].__getitem__(0), {1: 2}.__getitem__(1), "a".__getitem__(0)
5[0]
5["a"]
None[0]
len[0]
int[0]
Plain[0]
p[0]
{}.x
p()
Plain.a.b
__import__("sys").nothing
__import__("nothing_here")
[].__setitem__(0, 1)
"abc"["a"]
[1]["a"]
(1,)["a"]
b"a"["a"]
range(3)["a"]
{}["a"]
""")
for source in ("del [][0]", "del ()[0]", "del 'a'[0]", "del {}['x']", "del 5[0]", "del None.x", "5[0] = 1", "'a'[0] = 'b'", "(1,)[0] = 2", "b'a'[0] = 1", "None[0] = 1", "{[]: 1}", "{}[[]] = 1", "range(3)[0] = 1", "del range(3)[0]", "set()[0]", "set()[0] = 1", "x = y", "del y", "frozenset()[0]", "(lambda: 0)[0]", "[][0:1] = 5", "[][::2] = 5", "[1, 2][::2] = [1, 2]", "del [1][::0]"):
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__, error)
