"""sys.exit(0): silent, status 0."""

import sys

print("leaving")
try:
    sys.exit(0)
finally:
    print("finally runs")
