"""sys.exit with a text prints it on stderr; status 1."""

import sys

print("out")
sys.exit("a last message: " + str([1, "two"]))
