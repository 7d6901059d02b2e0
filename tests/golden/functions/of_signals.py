"""Functions of signal, called with arguments of every kind: what they answer and how they refuse."""

import signal

from asking import ask

NAMES = [
    "Signals",
]
MORE = [
    (2,),
]

ask(signal, NAMES, MORE)
