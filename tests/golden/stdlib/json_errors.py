"""Errors of json with their positions, and the odd options of both ways."""

def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)

import json
from json import JSONDecoder, JSONEncoder, dumps, loads


class Name(str):
    pass


class Number(int):
    def __repr__(self):
        return "overridden"


class Strange:
    def __init__(self, answer):
        self.answer = answer


def default(o):
    if isinstance(o, Strange):
        return o.answer
    raise TypeError(f"unknown {type(o).__name__}")


circle = []
circle.append(circle)
loop = {}
loop["k"] = [loop]
nan, inf = float("nan"), float("inf")
ask(r"""
loads("")
loads("  ")
loads("{")
loads("{\"a\"}")
loads("{\"a\": }")
loads("{\"a\": 1,}")
loads("{\"a\": 1 \"b\"}")
loads("{a: 1}")
loads("{'a': 1}")
loads("[1, ]")
loads("[1 2]")
loads("[1,,2]")
loads("[")
loads("[1")
loads("\"abc")
loads("\"a\\x\"")
loads("\"a\\u12\"")
loads("\"a\\u12zz\"")
loads("\"a\nb\"")
loads("\"a\nb\"", strict=False), loads("\"\\ud834\\udd1e \\ud834 \\u0041\\/\\b\"")
loads("01")
loads("-")
loads("1.")
loads(".5")
loads("+1")
loads("1e")
loads("1 2")
loads("nul")
loads("\ufeff1")
loads(b"\xff\xfe1")
loads(b"\xef\xbb\xbf[1]"), loads("[1]".encode("utf-16")), loads("\"é\"".encode("utf-32-be")), loads(bytearray(b"5"))
loads(5)
loads(None)
loads("1E400"), loads("-0"), loads("-0.0"), loads("1e2"), loads("123456789012345678901234567890"), loads(" \t\n\r1 "), loads("NaN"), loads("-Infinity"), loads("{}"), loads("[]"), loads("\"\"")
loads("-NaN")
loads("\x0b1")
loads("[" * 5 + "]" * 5), loads("{\"a\": 1, \"a\": 2}"), loads("{\"b\": {\"c\": [true, false, null]}}")
loads("{\"a\": 1, \"a\": 2}", object_pairs_hook=list), loads("{\"a\": {}}", object_hook=lambda d: sorted(d)), loads("[1.5, 2]", parse_float=str, parse_int=float), loads("NaN", parse_constant=lambda c: c + "!")
loads("[1]", cls=JSONDecoder), JSONDecoder().raw_decode("1 rest"), JSONDecoder().raw_decode("x[1]", 1)
JSONDecoder().raw_decode("", 0)
JSONDecoder().raw_decode("[1]", -1)
dumps(circle)
dumps(loop)
dumps({1})
dumps({(1, 2): 3})
dumps({(1, 2): 3, "a": 1}, skipkeys=True), dumps({1: 1, None: 2, True: 3, 1.5: 4}), dumps({inf: 1}), dumps({"b": 1, "a": 2}, sort_keys=True)
dumps({"b": 1, 5: 2}, sort_keys=True)
dumps(nan), dumps([inf, -inf]), dumps(1e100), dumps(-0.0), dumps(10**30), dumps(True), dumps(Number(5)), dumps(Name("x")), dumps((1, (2,)))
dumps(nan, allow_nan=False)
dumps([1, {"k": inf}], allow_nan=False)
dumps("é\u2028\x7f\x00\"\\/𝄞\ud800"), dumps("é𝄞\ud800\x1f", ensure_ascii=False)
dumps([1, {"a": [], "b": {}}], indent=2), dumps([1, [2]], indent="--"), dumps([1, {"a": 1}], indent=0), dumps([], indent=1), dumps({"a": 1}, indent=None, separators=(",", ":")), dumps([1, 2], indent=-1)
dumps([1, 2], separators=5)
dumps([1, 2], separators=(",",))
dumps(Strange([1, Strange(2)]), default=default), dumps({"k": Strange(None)}, default=default, indent=1)
dumps(Strange(object()), default=default)
dumps(object())
dumps(Strange(1), default=5)
dumps([object()], default=lambda o: o)
dumps(b"x")
dumps({b"x": 1})
dumps(1, cls=5)
dumps(1j, check_circular=False)
list(JSONEncoder().iterencode([1, {"a": "b"}])), JSONEncoder(indent=1, sort_keys=True).encode({"b": [1], "a": ()})
JSONEncoder().default(5)
""".replace("\x0b", ""))
try:
    loads('{"a":\n  [1,\n  x]}')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc == '{"a":\n  [1,\n  x]}', error, error.__reduce__()[1][0])
try:
    dumps([1, {"key": [object()]}])
except TypeError as error:
    print(error.__notes__)
