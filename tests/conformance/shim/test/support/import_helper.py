"""Imports that may be missing skip the test."""

import unittest
from placeholder import Placeholder


def import_module(name, deprecated=False, *, required_on=()):
    try:
        module = __import__(name)
    except ImportError:
        raise unittest.SkipTest(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    return module


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Placeholder(f"import_helper.{name}")
