import json
for value in [None, True, 1.5, 1e22, float("inf"), "é\u2028\"\\\x01", [], {}, [1, [2, {"a": (3,)}]], {1: 2, None: 3, True: 4, 1.5: 5}]:
    print(json.dumps(value), json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "|"))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps([1], indent="--"), json.dumps({(1,): 2}, skipkeys=True), json.dumps(object, default=lambda o: "obj"))
for text in ['{"a": [1, 2.5e3, -0, "\\u00e9\\n", null, true]}', "NaN", "-Infinity", " 1 ", '"\\ud83d\\ude00"', "1e400"]:
    print(json.loads(text))
for text in ["", "{", "[1,]", '{"a"}', "nul", '"\x01"', '"\\x"', "[1] 2", "{1: 2}", "01", '"abc', '{"a": 1,}']:
    try: print(json.loads(text))
    except json.JSONDecodeError as error: print(repr(text), error)
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "i"), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"x": {}}', object_hook=lambda d: len(d)), json.JSONDecoder().raw_decode("3 x"))
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({1, 2}, cls=E), list(json.JSONEncoder().iterencode([1, "a"])))
for bad in (object(), {1, 2}, {(1, 2): 3}, float("nan")):
    try: print(json.dumps(bad, allow_nan=False))
    except (TypeError, ValueError) as error: print(type(error).__name__, str(error)[:60].split(" at 0x")[0])
l = []; l.append(l)
try: json.dumps(l)
except ValueError as error: print(error)
