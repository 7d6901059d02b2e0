"""Runs one of CPython's test files with the small `unittest` beside this file: run.py LIB TEST [PART-OF-A-NAME…].

LIB is CPython's `Lib`. Modules that neither this interpreter nor LIB can give come from `plain`, and what is not there either
is a placeholder that skips the tests which use it.
"""

import sys

HERE = __file__.rpartition("/")[0] or "."
LIB, NAME = sys.argv[1], sys.argv[2]
sys.path[:] = [HERE + "/shim", *(entry for entry in sys.path if entry != HERE), LIB, HERE + "/plain"]
sys.setrecursionlimit(2000)

import unittest
import placeholder
import test.support

test.__path__.append(LIB + "/test")
test.support.__path__.append(LIB + "/test/support")

ALWAYS = ("sys", "math", "itertools", "unittest", "re", "gc", "operator", "types")
NEVER = ("pickle", "subprocess", "ctypes", "signal", "pyperf", "multiprocessing", "concurrent.futures", "asyncio",
         "_testcapi", "_testinternalcapi", "_testlimitedcapi", "shadowed_super", "locale", "tempfile")


def imported(source):
    """Names of all modules that a source mentions in imports."""
    for line in source.split("\n"):
        words = line.replace(",", " ").split()
        if len(words) > 1 and words[0] == "from" and "import" in words:
            yield words[1]
            if words[1] in ("unittest", "test", "test.support"):
                yield from (f"{words[1]}.{word}" for word in words[3:] if word in ("mock", "string_tests", "list_tests", "seq_tests", "mapping_tests"))
        elif len(words) > 1 and words[0] == "import":
            names = "".join(line.split("#")[0].split()[1:]) if " as " not in line else words[1]
            yield from (name for name in names.split(",") if name.replace(".", "").replace("_", "").isalnum())


def provide(name, seen):
    """Imports a module, or something in its place."""
    if name in seen or name.startswith(".") or name == "test":
        return
    seen.add(name)
    if name.split(".")[0] == "test" and "support" not in name:
        try:
            file = open(f"{LIB}/{name.replace('.', '/')}.py", encoding="utf-8")
        except OSError:
            return
        with file:
            for inner in imported(file.read()):
                provide(inner, seen)
        return
    if name not in NEVER and not name.startswith("unittest."):
        try:
            __import__(name)
            return
        except Exception:
            pass
        if "." not in name:
            sys.path[:] = [HERE + "/plain", *sys.path]
            try:
                __import__(name)
                return
            except Exception:
                pass
            finally:
                del sys.path[0]
    made = placeholder.stand_in(name)
    parent, _, last = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], last, made)
    print("missing", name)


def main():
    seen = set()
    for name in ALWAYS:
        provide(name, seen)
    provide(f"test.{NAME}", seen)
    try:
        module = getattr(__import__(f"test.{NAME}"), NAME)
    except unittest.SkipTest as error:
        print("skipped", error)
        return
    except BaseException as error:
        print("fail import:", unittest.shown(error), flush=True)
        raise
    placeholder.importing = False
    unittest.run_module(module, sys.argv[3:])
    print("done", flush=True)


main()
