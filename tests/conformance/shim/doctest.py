"""A small `doctest`: the examples of docstrings and of `__test__`, each a test."""

import sys
import unittest

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, REPORT_NDIFF, SKIP = 1, 2, 4, 8, 16
COMPARISON_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE | IGNORE_EXCEPTION_DETAIL
FLAGS = {"ELLIPSIS": 1, "NORMALIZE_WHITESPACE": 2, "IGNORE_EXCEPTION_DETAIL": 4, "SKIP": 16}


class Gather:
    """Standard output while an example runs."""

    encoding, errors = "utf-8", "strict"

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass


def examples(text):
    """Triples of source, expected output and flags."""
    lines = text.expandtabs().split("\n")
    at, found = 0, []
    while at < len(lines):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        at += 1
        if not line[indent:].startswith(">>>"):
            continue
        source, want = [line[indent + 4:]], []
        while at < len(lines) and lines[at][indent:].startswith("...") and not lines[at][:indent].strip():
            source.append(lines[at][indent + 4:])
            at += 1
        while at < len(lines) and lines[at].strip() and not lines[at][indent:].startswith(">>>"):
            want.append(lines[at][indent:])
            at += 1
        flags = 0
        for part in source:
            if "# doctest:" in part.replace("#doctest", "# doctest"):
                for word in part.split("doctest:")[1].replace(",", " ").split():
                    flags |= FLAGS.get(word.lstrip("+"), 0)
        found.append(("\n".join(source) + "\n", "".join(w + "\n" for w in want), flags))
    return found


def like(want, got, flags):
    if want == got:
        return True
    if (want, got) in (("1\n", "True\n"), ("0\n", "False\n")):
        return True
    want = want.replace("<BLANKLINE>", "")
    if flags & NORMALIZE_WHITESPACE:
        want, got = " ".join(want.split()), " ".join(got.split())
    if want == got:
        return True
    if not flags & ELLIPSIS or "..." not in want:
        return False
    parts = want.split("...")
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(got) - len(parts[-1])
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return at <= end


def told(error):
    """The last lines of a traceback."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    text = str(error.msg if isinstance(error, SyntaxError) else error)
    return f"{name}: {text}\n" if text else f"{name}\n"


def expected_error(want, is_syntax_error):
    """What follows the header (and the indented lines) of a traceback in an example's output; None if there is none."""
    if not want.startswith(("Traceback (most recent call last)", "Traceback (innermost last)")) and not (is_syntax_error and "File" in want[:10]):
        return None
    lines = want.split("\n")[1:]
    while lines and not (lines[0][:1].isalnum() or lines[0][:1] == "_"):
        lines.pop(0)
    return "\n".join(lines)


def run(text, namespace, flags):
    problems, out, hook = [], sys.stdout, sys.displayhook
    sys.displayhook = sys.__displayhook__
    for number, (source, want, own) in enumerate(examples(text)):
        own |= flags
        if own & SKIP or not source.strip():
            continue
        sys.stdout = gather = Gather()
        error = None
        try:
            exec(compile(source, f"<doctest {number}>", "single", 0, True), namespace)
        except BaseException as caught:
            error = caught
        finally:
            sys.stdout = out
        got = "".join(gather.parts)
        if error is None:
            good = like(want, got, own)
        else:
            got, message = told(error), expected_error(want, isinstance(error, SyntaxError))
            good = message is not None and like(message, got, own)
            if not good and message is not None and own & IGNORE_EXCEPTION_DETAIL:
                good = message.split(":")[0].split(".")[-1] == got.split(":")[0].split(".")[-1]
        if not good:
            problems.append(f"{source!r}: expected {want!r}, got {got!r}")
    sys.displayhook = hook
    assert not problems, f"{len(problems)} examples: {problems[0][:600]}"


def texts(module):
    for name, item in getattr(module, "__test__", {}).items():
        yield name, item if isinstance(item, str) else getattr(item, "__doc__", None)
    yield "module", module.__doc__
    for name, item in sorted(vars(module).items()):
        if getattr(item, "__module__", None) == module.__name__:
            yield name, getattr(item, "__doc__", None)


class DocTestCase(unittest.FunctionTestCase):
    pass


def DocFileSuite(*paths, **keywords):
    return unittest.TestSuite()


def DocTestSuite(module=None, optionflags=0, **keywords):
    suite = unittest.TestSuite()
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        module = __import__(module)
    for name, text in texts(module):
        if isinstance(text, str) and ">>>" in text:
            suite.addTest(DocTestCase(lambda text=text: run(text, dict(vars(module)), optionflags), f"doctest_{name}"))
    return suite
