"""Writes data/refused.out: what CPython 3.14 says of every source in data/refused.py."""
import pathlib
import warnings

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent / "data"
lines = []
for source in (here / "refused.py").read_text().split("###\n"):
    try:
        compile(source, "<case>", "exec", dont_inherit=True)
        lines.append("accepted")
    except SyntaxError as e:
        lines.append(f"{e.msg} ({e.lineno}, {e.offset}, {e.end_lineno}, {e.end_offset})")
(here / "refused.out").write_text("\n".join(lines) + "\n")
