from dataclasses import dataclass
@dataclass
class P: x: int; y: int = 0
class Q: __match_args__ = ("a", "b"); a = 1; b = 2
def m(v):
    match v:
        case 0 | 1.5 | -2j: return "num"
        case "a" | b"b": return "text"
        case None | True | False: return "const"
        case [1, 2, *rest] if rest: return f"rest {rest}"
        case (x, y): return f"pair {x} {y}"
        case [[a], {"k": b, **more}, *_]: return f"deep {a} {b} {more}"
        case {"type": "x", "v": int(n) | float(n)}: return f"map {n}"
        case {}: return "any map"
        case P(x=1, y=yy): return f"P one {yy}"
        case P(a, 5): return f"P five {a}"
        case Q(1, bb): return f"Q {bb}"
        case str(s) if len(s) > 3: return f"long {s}"
        case int() | float() as n: return f"number {n}"
        case list(l): return f"list {l}"
        case _: return "other"
for v in [0, 1.5, -2j, "a", b"b", None, True, [1, 2, 3], (1, 2), [[1], {"k": 2, "z": 3}, 4], {"type": "x", "v": 3.5}, {"q": 1}, P(1, 9), P(3, 5), P(3, 4), Q(), "long text", 99, [], "ab", range(3), {1}]:
    print(repr(v)[:20] if "Q object" not in repr(v) else "Q", m(v))
for source in ["match x:\n case a: pass\n case b: pass", "match x:\n case [a, a]: pass", "match x:\n case {**r, 'k': 1}: pass", "match x:\n case a | b: pass", "match x:\n case P(x=1, x=2): pass"]:
    try: compile(source, "<m>", "exec"); print("fine")
    except SyntaxError as error: print(error.msg)
