"""Modules and packages beside the script: every form of `import`, and what goes wrong."""

import pkg_demo
import pkg_demo.sub.leaf
import pkg_demo.sub.leaf as aliased
from pkg_demo import value, sub, helper as renamed
from pkg_demo.sub import (leaf, relative)
from pkg_demo.stars import *
import math, sys

print(pkg_demo.value, value, sub.leaf.name, aliased is leaf, renamed.help())
print(relative.up(), relative.sibling(), relative.further)
print(public, CONSTANT, "_private" in globals(), "not_listed" in globals())
print(pkg_demo.__name__, leaf.__name__, leaf.__package__, pkg_demo.__package__, __name__, repr(__package__))
print(pkg_demo.sub is sys.modules["pkg_demo.sub"], "pkg_demo.unused" in sys.modules)

import pkg_demo.counter
import pkg_demo.counter
print(pkg_demo.counter.loads, sys.modules["pkg_demo.counter"].loads)
pkg_demo.counter.loads = "changed"
from pkg_demo.counter import loads
print(loads)
loads = "rebound"
print(pkg_demo.counter.loads)


def local_import():
    import pkg_demo.lazy as lazy
    from pkg_demo.lazy import thing
    return lazy.thing, thing, "lazy" in globals()


print(local_import())


def attempt(source):
    try:
        exec(source, {"__name__": "__main__"})
    except ImportError as error:
        print(type(error).__name__, error, "|", error.name)
    except Exception as error:
        print(type(error).__name__, error)


attempt("import no_such_module")
attempt("import pkg_demo.no_such")
attempt("import pkg_demo.value.deeper")
attempt("from pkg_demo.sub import no_such_name")
attempt("from pkg_demo.sub.leaf import absent as x")
attempt("from . import anything")
attempt("from no_such_module.sub import x")
attempt("import pkg_demo.broken_syntax")
attempt("import pkg_demo.raises")
attempt("import pkg_demo.raises")
attempt("from pkg_demo.beyond import x")
attempt("import math.nothing")
print("pkg_demo.raises" in sys.modules)

# Circular imports: a partly initialised module is seen.
import pkg_demo.circle_a
print(pkg_demo.circle_a.done, pkg_demo.circle_b.seen)
attempt("import pkg_demo.circle_c")

module = type(sys)("made")
module.answer = 42
sys.modules["made"] = module
import made
print(made.answer, type(made).__name__)
sys.modules["blocked"] = None
attempt("import blocked")


class Namespace:
    import math as inside
    from pkg_demo.sub import leaf as other


print(Namespace.inside.floor(2.5), Namespace.other.name)
print(__import__("pkg_demo").value, __import__("pkg_demo.sub").__name__, __import__("pkg_demo.sub", fromlist=["leaf"]).__name__)
print(repr(math)[:14], type(pkg_demo).__name__, hasattr(pkg_demo, "__path__"), hasattr(leaf, "__path__"))
try:
    pkg_demo.nothing_here
except AttributeError as error:
    print(error)
print(pkg_demo.dynamic_attribute)
print(pkg_demo.sub.leaf.__file__.endswith("leaf.py"), leaf.__doc__)
del sys.modules["pkg_demo.counter"]
import pkg_demo.counter
print(pkg_demo.counter.loads)
import pkg_plain.inside
print(pkg_plain.inside.where, pkg_plain.__name__, hasattr(pkg_plain, "__file__") and pkg_plain.__file__)
