"""An imported module does not parse."""

print("before")
import helpers_errors.bad_syntax
