import ast
for text in ["x = 1", "def f(a, /, b=2, *c, d, e=5, **g) -> int: return a", "a.b[c:d, ::2] += -e", "async def f():\n    async with a as b: await c",
             "class A[T: int, *Ts, **P](B, metaclass=C):\n    'doc'\n    x: int = 3", "match a:\n    case [1, *b] | {'k': c, **d} if e: pass\n    case P(x=None): pass",
             "try:\n    pass\nexcept* (A, B) as e:\n    raise X from e\nelse: pass\nfinally: del a, b", "f'a{b!r:>{c}}d' f\"{e=}\"", "t'x{y}'",
             "from .. import a as b, c", "lambda *, x=1: (yield x)", "a < b <= c not in d", "{**a, 'b': 1, **c}", "[i async for i in j if k if l]",
             "type A[T = int] = list[T]", "while 1:\n    break\nelse:\n    continue", "global a, b", "x if y else z", "(a := 1)", "print(*a, **b, c=1)"]:
    print(ast.dump(ast.parse(text)))
print(ast.dump(ast.parse("a + 1\nb", "f", "exec"), include_attributes=True))
print(ast.dump(ast.parse("a.b(1)", mode="eval"), indent=2))
print(ast.dump(ast.parse("(int, *str, **Any) -> float", mode="func_type")))
