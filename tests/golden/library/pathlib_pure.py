from pathlib import PurePosixPath as P, PureWindowsPath as W, Path
import os, tempfile
p = P("/a/b/c.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p.with_suffix(".x"), p.with_name("d"), p.relative_to("/a"), p.is_absolute(), p / "x" / "/y", repr(p), p.as_uri(), p.match("*.gz"), p.full_match("/a/**"), p.with_stem("q"))
print(P("a") < P("b"), P("a/./b//c"), P("a/../b"), P(""), P("a", "b"), W("C:/x\\y").parts, W("C:/X") == W("c:/x"), hash(P("a")) == hash(P("a")), P("/a/b").relative_to("/a/c", walk_up=True))
for make in (lambda: p.relative_to("/z"), lambda: P("").with_name("x"), lambda: p.with_suffix("x")):
    try: make()
    except ValueError as error: print(error)
folder = Path(tempfile.mkdtemp()); f = folder / "d" / "f.txt"
f.parent.mkdir(); print(f.write_text("hi\nyou"), f.read_text(), f.exists(), f.is_file(), f.stat().st_size, [x.name for x in folder.rglob("*")], f.read_bytes())
f.rename(f.with_name("g")); print(sorted(x.name for x in (folder / "d").iterdir()), f.exists()); (folder / "d" / "g").unlink(); f.parent.rmdir(); print(list(folder.iterdir()))
try: f.read_text()
except FileNotFoundError as error: print(error.errno, error.strerror)
with (folder / "t").open("w") as out: out.write("x")
print([(len(a.parts) > 1, b, c) for a, b, c in folder.walk()])
