"""sys.exit(3) from deep inside."""

import sys


def deep(n):
    if n == 0:
        sys.exit(3)
    deep(n - 1)


try:
    deep(10)
except Exception:
    print("never: SystemExit is no Exception")
