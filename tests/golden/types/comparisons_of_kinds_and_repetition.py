"""Comparisons of everything with everything, repetition of sequences, lists added in place."""
import itertools
import warnings
class A: pass
class EqAll:
    def __eq__(s,o): return True
    def __ne__(s,o): return 'ne'
class S(str): pass
class L(list):
    def __eq__(s,o): return 'L'
nan=float('nan')
vals=[None,0,1,True,1.0,nan,'','a','b',b'a',(1,),[1],[1.0],[True],[[1]],[[1],[2]],[(1,'a')],['a'],[nan],[A],{1},{1:1},A,EqAll(),S('a'),L([1]),10**30,[10**30],2j,Ellipsis,NotImplemented,[None],[[[1]]],[[[[1]]]],(None,),range(1),bytearray(b'a'),frozenset((1,))]
warnings.simplefilter('ignore')
texts = {}
for x in vals:
    row = []
    for y in vals:
        outcome = []
        for ask in (lambda: x == y, lambda: x != y, lambda: x < y, lambda: x >= y):
            try:
                answer = ask()
            except TypeError as error:
                answer = texts.setdefault(str(error), len(texts))
            outcome.append("ft"[answer] if isinstance(answer, bool) else f"{answer}")
        if x == y:
            outcome.append("=")
        if x != y:
            outcome.append("!")
        row.append("".join(outcome))
    print(type(x).__name__, *row)
print(*texts, sep="\n")
for s in ([],[1],[1,2],(),(1,),(1,2),'','a','ab','é','aé',b'',b'a',b'ab',bytearray(b'ab')):
    for n in (-1,0,1,2,3,100,True,False):
        r=s*n; q=n*s; print(type(r),len(r),hash(str(r))==hash(str(q)),r[:7],r==q, r is s or not s)
l=[1]; l+=l; l+=l; l+=(5,6); l+='ab'; l+=range(3); print(l)
def f():
    a=[];a+=a;a+=[1];b=a;b+=b;return a,b is a
print(f())
x=[1]; x=[x,x]; y=[[1],[1]]; print(x==y, x<y, [x,1]<[y,2])
