import ast
for text in ["a=b=1", "x=(1,)", "def f(a,*,b:int=2,**c)->'x':\n  '''doc'''\n  return", "@d\nclass A(B,c=D):\n  x:int", "for i,j in k:\n pass\nelse:\n x",
             "with a as b,c: pass", "if a:\n b\nelif c:\n d\nelse:\n e", "a=lambda x,*y:x", "not(a and b or c)", "-(-a)**-b", "(a,b)=c", "x[1:2,::3]",
             "f'{a!r:>10} {{b}}'", "async def f():\n await g()", "yield_=(yield)" if False else "raise A from B", "assert a,b", "{1:2,**c}", "a if b else c",
             "import a.b as c", "from .d import *", "x:int", "try:\n a\nexcept B:\n c\nfinally:\n d", "'a\\n\"b\\''", "b'\\x00'", "1e100", "1j", "...", "a@b//c%d<<e"]:
    print(ast.unparse(ast.parse(text)))
