"""Any other object is printed; status 1."""

import sys


class Reason:
    def __str__(self):
        return "the reason, as text"


sys.exit(Reason())
