"""Writes trees.txt and errors.txt: what CPython 3.14 makes of the sources in good.txt and bad.txt.

Run it with CPython 3.14 in this folder. Sources are separated by lines of `----`, and stand without their last newline.
"""

import ast
import warnings


def show(source):
    try:
        tree = compile(source, "x", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as error:
        kind = type(error).__name__
        return f"! {kind}: {error.msg} ({error.lineno}, {error.offset}, {error.end_lineno}, {error.end_offset})"
    return ast.dump(tree, include_attributes=True)


warnings.simplefilter("ignore")
for sources, expected in (("good.txt", "trees.txt"), ("bad.txt", "errors.txt")):
    with open(sources, encoding="utf-8") as file:
        cases = file.read().removesuffix("\n").split("\n----\n")
    lines = [show(case) for case in cases]
    for case, line in zip(cases, lines):
        if line.startswith("!") != (sources == "bad.txt"):
            print(f"{sources}: unexpected\n{case}\n{line}\n")
    with open(expected, "w", encoding="utf-8", errors="surrogatepass") as file:
        file.write("\n".join(lines) + "\n")
