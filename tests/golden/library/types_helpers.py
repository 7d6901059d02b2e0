import types
n = types.SimpleNamespace(a=1, b="x")
print(n, n == types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace({"c": 2}, d=3))
m = types.MappingProxyType({"k": 1})
print(m, m["k"], m | {"z": 2}, len(m), dict(m))
try: m["a"] = 1
except TypeError as error: print(error)
C = types.new_class("C", (list,), {}, lambda ns: ns.update(x=5))
print(C.x, C.__mro__[1].__name__, types.resolve_bases((list[int],)), types.get_original_bases(type("G", (dict,), {})))
class D:
    @types.DynamicClassAttribute
    def v(self): return 9
print(D().v, type(types.MethodType(len, [1, 2])).__name__, types.MethodType(len, [1, 2])(), isinstance(1 | 2, int), isinstance(int | str, types.UnionType))
print([t.__name__ for t in (types.FunctionType, types.GeneratorType, types.CodeType, types.ModuleType, types.CellType, types.NoneType, types.EllipsisType, types.BuiltinFunctionType, types.GenericAlias)])
@types.coroutine
def co(): yield 1
print(list(co()), types.prepare_class("X", (), {"metaclass": type})[0])
f = types.FunctionType((lambda a, b=2: a + b + c).__code__, {"c": 10}, "named", (5,))
print(f(1), f.__name__, f.__defaults__)
