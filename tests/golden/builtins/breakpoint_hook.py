"""`breakpoint()` calls what `sys.breakpointhook` is, and that what PYTHONBREAKPOINT names."""
import os
import sys
import warnings

print(sys.breakpointhook is sys.__breakpointhook__)
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(1, x=2))
os.environ["PYTHONBREAKPOINT"] = "print"
breakpoint(1, 2, sep="-")
os.environ["PYTHONBREAKPOINT"] = "os.path.join"
print(breakpoint("a", "b"))
for path in ("nowhere.at_all", "os.nothing"):
    os.environ["PYTHONBREAKPOINT"] = path
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(breakpoint(), [(one.category.__name__, str(one.message)) for one in caught])
sys.breakpointhook = lambda *args, **names: (args, names)
print(breakpoint(1, x=2))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
sys.breakpointhook = sys.__breakpointhook__
