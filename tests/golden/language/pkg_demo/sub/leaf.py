"""The leaf's docstring."""

name = "leaf"
