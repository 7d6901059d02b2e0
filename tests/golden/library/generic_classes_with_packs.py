from typing import Generic, TypeVar, TypeVarTuple, ParamSpec, Unpack
class A[*Ts]: pass
class B[T, *Ts, **P]: pass
class C[**P]: pass
print(A[int, str], A[()], B[int, str, [bytes]], C[int, str], C[[int]])
print(A.__orig_bases__, B.__orig_bases__, A.__parameters__, B.__type_params__)
class D[T](A[T, int]): pass
print(D[str], D.__orig_bases__, D.__mro__[1:3])
def f[*Ts](*args: *Ts) -> tuple[*Ts]: return args
print(f.__annotations__, f.__type_params__, f(1, 2))
