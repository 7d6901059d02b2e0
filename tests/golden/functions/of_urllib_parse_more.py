"""Functions of urllib.parse, called with arguments of every kind: what they answer and how they refuse."""

import urllib.parse

from asking import ask

NAMES = [
    "urlparse",
    "urlunparse",
    "urlunsplit",
    "quote_from_bytes",
    "unquote_plus",
    "unquote_to_bytes",
    "parse_qs",
]
MORE = [
    ("http://a:80/b;p?c=d#e",),
    (("http", "a", "/b", "", "", ""),),
]

ask(urllib.parse, NAMES, MORE)
