"""json both ways, with every option, and its errors."""
import json

print(json.dumps({"a": [1, 2.5, None, True, False, "é\n\"\\\u2028😀"], "b": {}, "c": [], 1: 2, None: 3, True: 4, 1.5: 5}))
print(json.dumps([1, {"b": 1, "a": [2]}], indent=2, sort_keys=True))
print(json.dumps({"a": (1, 2)}, separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps([float("nan"), float("inf"), -float("inf")]))
print(json.loads('{"a": [1, 2.5, -3e2, null, true, false, "x\\u00e9\\n\\ud83d\\ude00"], "b": {"c": {}}}'))
print(json.loads(" [1 , 2 ] "), json.loads("12345678901234567890"), json.loads('"\\u0041"'), json.loads("NaN"), json.loads(b'{"k": 1}'))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1}', object_pairs_hook=list), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: int(s) + 1), json.loads("[Infinity]", parse_constant=lambda s: s))
for text in ["", "[", "[1,", "[1 2]", "{", '{"a"', '{"a":', '{"a": 1,}', "[1,]", '"abc', '"\\x"', '"\\u12"', '"\n"', "nul", "1 2", "{1: 2}", "é", '["é", ]', "-", "01"]:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, e.pos, e.lineno, e.colno)
for value in [{1, 2}, {(1,): 2}, object, [float("nan")], b"x"]:
    try:
        print(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.dumps({(1,): 2, "a": 1}, skipkeys=True), json.dumps({1, 2}, default=sorted), json.dumps([[{}]], indent="\t"))
class E(json.JSONEncoder):
    def default(self, o):
        return {"__set__": sorted(o)} if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1}}, cls=E), list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONDecoder().raw_decode("[1] x"))
import io
f = io.StringIO()
json.dump({"x": [1]}, f)
print(f.getvalue(), json.load(io.StringIO("[1]")))
data = [{"id": i, "name": f"n{i}", "tags": ["a", "b"], "v": i / 7} for i in range(200)]
assert json.loads(json.dumps(data)) == data
print(len(json.dumps(data)), len(json.dumps(data, indent=1)))
deep = "[" * 100 + "]" * 100
assert json.dumps(json.loads(deep)) == deep
