"""An exception in an imported module shows both files."""

print("importing")
import helpers_errors.fails
