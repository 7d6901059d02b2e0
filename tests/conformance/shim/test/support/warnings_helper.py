"""Checks of warnings pass without looking: there may be no warnings yet."""

from unittest import NoWarnings
from placeholder import Placeholder


def check_warnings(*filters, quiet=True):
    return NoWarnings()


def check_no_warnings(case, message="", category=Warning, force_gc=False):
    return NoWarnings()


def check_no_resource_warning(case):
    return NoWarnings()


def check_syntax_warning(case, statement, errtext="", *, lineno=1, offset=None):
    compile(statement, "<testcase>", "exec")


def ignore_warnings(*, category, message=""):
    return lambda item: item


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Placeholder(f"warnings_helper.{name}")
