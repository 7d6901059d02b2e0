"""Functions of base64, called with arguments of every kind: what they answer and how they refuse."""

import base64

from asking import ask

NAMES = [
    "a85decode",
    "a85encode",
    "b16decode",
    "b16encode",
    "b32decode",
    "b32encode",
    "b64decode",
    "b64encode",
    "b85decode",
    "b85encode",
    "decodebytes",
    "encodebytes",
    "standard_b64decode",
    "urlsafe_b64encode",
    "urlsafe_b64decode",
]
MORE = [
    (b"YWI=",),
    (b"6162",),
]

ask(base64, NAMES, MORE)
