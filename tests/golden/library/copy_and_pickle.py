import copy, pickle, io
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return self.__dict__ == other.__dict__
    __hash__ = None
class S:
    __slots__ = ("a", "b")
class N:
    def __new__(cls, v): self = object.__new__(cls); self.v = v; return self
    def __getnewargs__(self): return (self.v,)
class R:
    def __reduce__(self): return (complex, (1, 2))
class G:
    def __getstate__(self): return {"k": 1}
    def __setstate__(self, state): self.state = state
s = S(); s.a = [1]
a = A([1, {"k": (2, 3)}]); a.me = a
c = copy.deepcopy(a); print(c is not a, c.me is c, c.x == a.x, c.x is not a.x, copy.copy(a).x is a.x)
for p in range(pickle.HIGHEST_PROTOCOL + 1):
    b = pickle.loads(pickle.dumps(A([1, 2]), p)); print(p, b == A([1, 2]), pickle.loads(pickle.dumps(R(), p)), pickle.loads(pickle.dumps(G(), p)).state, pickle.loads(pickle.dumps((None, True, 10**30, -5, 1.5, "é", b"b", {1}, frozenset({2}), [[]], {"a": 1}, print, A, range(3), slice(1)), p)))
    if p >= 2: print(pickle.loads(pickle.dumps(s, p)).a, pickle.loads(pickle.dumps(N(4), p)).v)
print(copy.deepcopy(s).a, copy.copy(s).a is s.a)
for make in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b""), lambda: pickle.dumps(iter([])) and 1, lambda: copy.copy(print) is print):
    try: print(make())
    except (pickle.PicklingError, EOFError, pickle.UnpicklingError, AttributeError, KeyError, ValueError, IndexError, TypeError) as error: print(type(error).__name__)
class P(pickle.Pickler):
    def persistent_id(self, obj): return "me" if isinstance(obj, A) else None
class U(pickle.Unpickler):
    def persistent_load(self, pid): return pid
out = io.BytesIO(); P(out, 2).dump([A(1), 2]); print(U(io.BytesIO(out.getvalue())).load())
