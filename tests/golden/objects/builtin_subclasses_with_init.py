"""Classes with the layout of a built-in one and an `__init__` made in Python."""

class L(list):
    def __init__(self, a, b=3, *r, k=1): self.x=(a,b,r,k)
class T(tuple):
    def __init__(self, a): self.x=a
class I(int):
    def __init__(self, a): self.x=a
class S(str):
    def __init__(self, *a): self.x=a
class D(dict):
    def __init__(self, **k): self.x=1; super().__init__(**k)
class M(type):
    def __init__(self, *a): self.x=len(a); super().__init__(*a)
class Bad(list):
    def __init__(self): return 1
def f():
    for i in range(3):
        print(L(1), L(1).x, L(1,2,3,k=4).x, T((1,2)), T("ab").x, I("5")+1, I(4).x, S("a"), S().x, D(a=1), D().x)
        m=M("A",(),{}); print(m.x, M("B",(int,),{})(3))
        for g in (lambda: L(), lambda: I("x"), lambda: T(), lambda: T(1,2), lambda: Bad(), lambda: I(1,2), lambda: T(5), lambda: D(1)):
            try: print(g())
            except Exception as e: print(type(e).__name__, e)
f()
