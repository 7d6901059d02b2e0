"""Writes data/folded.out: the constant that CPython 3.14 makes of every expression in data/folded.py, or "none"."""
import dis
import pathlib
import struct
import warnings

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent / "data"


def bits(x):
    return struct.pack(">d", x).hex() if x == x else "nan"


def canonical(c):
    match c:
        case None | True | False:
            return str(c)
        case int():
            return hex(c)
        case float():
            return bits(c)
        case complex():
            return f"{bits(c.real)}+{bits(c.imag)}j"
        case str():
            return "s" + c.encode("utf-8", "surrogatepass").hex()
        case bytes():
            return "b" + c.hex()
        case tuple():
            return f"({' '.join(map(canonical, c))})"
    return "Ellipsis" if c is ... else repr(c)


def folded(text):
    ops = [i for i in dis.get_instructions(compile(text, "f", "eval")) if i.opname not in ("RESUME", "NOP", "NOT_TAKEN")]
    if [i.opname for i in ops][1:] == ["RETURN_VALUE"] and ops[0].opname in ("LOAD_CONST", "LOAD_SMALL_INT"):
        return canonical(ops[0].argval)
    return "none"


lines = [folded(text) for text in (here / "folded.py").read_text().splitlines()]
(here / "folded.out").write_text("\n".join(lines) + "\n")
