"""argparse: usage texts, conversions, groups, subcommands and errors as a user meets them."""

import argparse
import contextlib
import io


def attempt(parser, *argv):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = parser.parse_args(list(argv))
        print(argv, "->", result)
    except SystemExit as error:
        print(argv, "exit", error.code)
        print(out.getvalue() + err.getvalue())


def new(**options):
    return argparse.ArgumentParser(prog="tool", **options)


p = new(description="A tool.", epilog="The end.")
p.add_argument("source", help="where from")
p.add_argument("targets", nargs="*", type=int, default=[1])
p.add_argument("-v", "--verbose", action="count", default=0, help="say more (default: %(default)s)")
p.add_argument("-o", "--output", metavar="FILE", choices=["a", "b"])
p.add_argument("--flag", action=argparse.BooleanOptionalAction)
p.add_argument("-x", action="append", type=float)
p.add_argument("--pair", nargs=2, metavar=("L", "R"))
p.add_argument("--opt", nargs="?", const="const", default="default")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--hidden", help=argparse.SUPPRESS)
for argv in (["-h"], ["src"], ["src", "1", "2", "-vvv"], [], ["src", "x"], ["src", "-o", "c"], ["src", "-o"], ["src", "--no-flag", "-x1", "-x", "2.5"], ["src", "--pair", "1"], ["src", "--pair", "1", "2", "--opt"], ["src", "--opt=5"], ["--version"], ["src", "--unknown"],
             ["src", "--ver"], ["src", "--verb", "--verbose"], ["src", "--", "-1"], ["src", "-1"], ["src", "-vo", "a"], ["src", "--o", "a"], ["src", "-x", "y"]):
    attempt(p, *argv)
g = new(add_help=False, allow_abbrev=False, prefix_chars="-+")
group = g.add_mutually_exclusive_group(required=True)
group.add_argument("--one", action="store_true")
group.add_argument("--two", action="store_const", const=2, dest="number")
g.add_argument("+p", action="store_false")
g.add_argument("--many", nargs="+", action="extend")
for argv in ([], ["--one", "--two"], ["--two", "+p"], ["--on"], ["--one", "--many", "a", "b", "--many", "c"], ["--one", "--many"]):
    attempt(g, *argv)
s = new()
subs = s.add_subparsers(dest="command", required=True, title="commands", help="what to do")
run = subs.add_parser("run", aliases=["r"], help="runs")
run.add_argument("n", type=int)
subs.add_parser("stop")
for argv in ([], ["run"], ["run", "5"], ["r", "5"], ["walk"], ["stop", "x"], ["-h"], ["run", "-h"]):
    attempt(s, *argv)
print(p.parse_known_args(["src", "--zz", "1", "-q"]))
print(new(argument_default=argparse.SUPPRESS).parse_args([]), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1), argparse.Namespace(**{"x y": 1}))
for arguments, options in ((("-a", "b"), {}), (("a",), {"action": "nope"}), (("a",), {"nargs": "x"}), (("-a",), {"type": 5}), (("a",), {"required": True}), (("-h",), {}), (("--pair",), {"nargs": 2, "metavar": ("a",)}), ((), {}), (("-a",), {"dest": "x", "nothing": 1}), (("a",), {"dest": "b"}), (("-q",), {"action": "store_true", "nargs": 1}), (("-w",), {"nargs": 0})):
    try:
        new().add_argument(*arguments, **options)
        print("fine", arguments)
    except Exception as error:
        print(type(error).__name__, error)
try:
    new(exit_on_error=False).parse_args(["x"]) and 1
except BaseException as error:
    print(type(error).__name__, error)
