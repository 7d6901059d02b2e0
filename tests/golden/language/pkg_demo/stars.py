__all__ = ["public", "CONSTANT"]
public = "public name"
CONSTANT = 7
_private = 1
not_listed = 2
