"""What `platform` reads from `sys.version`."""

import platform
import sys

print(platform.python_version() == "%d.%d.%d" % sys.version_info[:3], platform.python_version_tuple()[:2])
print(sys.version.startswith("3.14."), platform.python_implementation())
print(isinstance(platform.python_compiler(), str), len(platform.python_build()))
