"""Functions of argparse, called with arguments of every kind: what they answer and how they refuse."""

import argparse

from asking import ask

NAMES = [
    "Namespace",
]
MORE = [
    (),
]

ask(argparse, NAMES, MORE)
