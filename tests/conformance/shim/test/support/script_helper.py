"""Needs processes, files or threads: whatever is used of it skips its test."""

from placeholder import Placeholder


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Placeholder(f"script_helper.{name}")
