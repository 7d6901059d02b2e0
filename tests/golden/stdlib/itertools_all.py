"""Every iterator of itertools, and the errors of their constructors."""
from itertools import *
print(list(chain([1,2],(3,),"ab")), list(chain.from_iterable(["ab","cd"])))
print(list(islice(count(5,2),4)), list(islice("abcdefg",1,None,2)), count(3), count(1,2.5), repeat(3,2), list(repeat(1,3)))
print([(k,list(g)) for k,g in groupby("aaabbca")], list(accumulate([1,2,3,4])), list(accumulate([1,2,3],lambda a,b:a*b,initial=10)))
print(list(permutations("abc",2)), list(combinations("abcd",2)), list(combinations_with_replacement("ab",3)), list(product("ab",[1,2])), list(product([1],repeat=3)), list(product()), list(permutations([])), list(combinations([],0)))
a,b,c=tee([1,2,3],3); print(next(a),next(a),list(b),list(a),list(c))
print(list(zip_longest([1,2,3],"a",fillvalue="-")), list(pairwise("abcd")), list(batched("abcdefg",3)), list(starmap(pow,[(2,3),(3,2)])))
print(list(takewhile(lambda x:x<3,[1,2,3,1])), list(dropwhile(lambda x:x<3,[1,2,3,1])), list(filterfalse(None,[0,1,2,0])), list(compress("abcdef",[1,0,1,0,1])))
c=cycle("ab"); print([next(c) for _ in range(5)])
for f in (lambda: islice([1],-1), lambda: islice([1],1,2,0), lambda: islice([1]), lambda: list(batched([1,2,3],2,strict=True)), lambda: batched([1],0), lambda: combinations([1],-1), lambda:count("a"), lambda: product([1],repeat=-1), lambda: zip_longest(x=1), lambda: list(chain(1)), lambda: permutations([1],"a"), lambda: repeat(), lambda: count(1)[0], lambda: tee([1],-1), lambda: cycle(3), lambda: next(count(1),1,2), lambda:groupby()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
