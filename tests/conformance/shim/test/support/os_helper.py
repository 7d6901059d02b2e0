"""Needs processes, files or threads: whatever is used of it skips its test."""

from placeholder import Placeholder


TESTFN = "@test_tmp"


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Placeholder(f"os_helper.{name}")
