"""Pure paths of both flavours: parsing, joining, matching, relatives, suffixes and comparisons."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W

ask(r"""
P("a//b/./c/../d"), P("/"), P("//a"), P("///a"), P(""), P("."), P("a", "/b", "c"), P("a", "", "b"), P("~/x"), W("c:a\\b"), W("c:/a", "d:b"), W("c:/a", "\\b"), W("//srv/share/x"), W("a/b") / "c", "x" / P("y")
P("/a/b.tar.gz").parts, P("/a/b.tar.gz").name, P("/a/b.tar.gz").suffix, P("/a/b.tar.gz").suffixes, P("/a/b.tar.gz").stem, P("/a/b").parent, [str(p) for p in P("/a/b/c").parents], P("/a").root, P("/a").anchor, P("/a").drive, W("c:/a/b").parts, W("c:/a").drive, W("c:/a").anchor, W("c:a").root, P(".hidden").suffix, P("a.").suffix, P("..").name, P("/").name
P("a/b").with_name("c"), P("a/b.txt").with_suffix(".py"), P("a/b").with_suffix(".x"), P("a/b.x").with_suffix(""), P("a/b.txt").with_stem("z"), P("a").with_segments("x", "y")
P("a").with_name("")
P("a").with_name("x/y")
P("/").with_name("x")
P("a").with_suffix("txt")
P("a").with_suffix(".")
P("").with_stem("x")
P("/a/b/c").relative_to("/a"), P("/a/b").relative_to("/a/b"), P("/a/b").relative_to("/a/c", walk_up=True), P("/a/b").is_relative_to("/a"), P("a").is_relative_to("/a")
P("/a/b").relative_to("/c")
P("a").relative_to("/a")
P("a/../b").relative_to("a/c/..", walk_up=True)
P("/a/b.py").match("*.py"), P("/a/b.py").match("/a/*.py"), P("a/b/c.py").match("b/*.py"), P("a/b/c").full_match("a/**"), P("a/b.py").full_match("**/*.py"), P("A").match("a"), W("A").match("a"), P("a").match("a", case_sensitive=False), P("a/b").full_match("a/*/")
P("a").match("")
P("a") == P("a/"), P("a") == "a", P("a") == W("a"), P("a") < P("b"), P("a/b") < P("a-b"), W("A") == W("a"), hash(P("a")) == hash(P("a/.")), hash(W("A")) == hash(W("a")), sorted([P("b"), P("a/z"), P("a")]), P("a").is_absolute(), P("/a").is_absolute(), W("/a").is_absolute(), W("c:/a").is_absolute(), P("a").is_reserved() if False else 0
P("a") < "b"
P("a") < W("a")
P("a") / 5
P(5)
P(b"a")
P("a", None)
P("a\0b"), str(P("a b")), repr(P("a")), bytes(P("é")), P("/a b").as_uri(), W("c:/a b").as_uri(), W("a\\b").as_posix(), P("a\\b").as_posix(), P("a").joinpath("b", "c"), P("a").parts, P.from_uri("file:///a%20b") if hasattr(P, "from_uri") else 0, __import__("os").fspath(P("a")), P("a").__reduce__()[1]
P("a").as_uri()
W("a").as_uri()
P("a").nothing
setattr(P("a"), "name", "x")
isinstance(PurePath("a"), P), PurePath("a").parser.__name__, P("a/b").parents[-1], P("a/b").parents[0:2], len(P("/a/b").parents), P("a") in {P("a")}, P("x").parents[0]
P("a").parents[5]
""")
