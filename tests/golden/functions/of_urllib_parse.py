"""Functions of urllib.parse, called with arguments of every kind: what they answer and how they refuse."""

import urllib.parse

from asking import ask

NAMES = [
    "quote",
    "unquote",
    "quote_plus",
    "urlsplit",
    "urljoin",
    "urlencode",
    "parse_qs",
    "parse_qsl",
    "urldefrag",
]
MORE = [
    ("http://a/b?c#d",),
    ("http://a/b", "../c"),
    ("a=1&b=2",),
]

ask(urllib.parse, NAMES, MORE)
