# Generators and coroutines that delegate: to one that begins, that has begun, that ends, raises, handles or recurses.
import sys
# coroutines and delegates in all ways: returns, throws, closes, depth, handled exceptions
async def leaf(n): return n * 2
async def mid(n):
    s = 0
    for i in range(n):
        s += await leaf(i)
    return s
async def top():
    return [await mid(3), await mid(0), await leaf("a")]
def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
print(run(top()))

async def fails():
    raise ValueError("inner")
async def catches():
    try:
        await fails()
    except ValueError as e:
        r = await leaf(21)
        return str(e), r, sys.exception() is e
print(run(catches()))

def g(n):
    if n == 0:
        got = yield "bottom"
        return got
    r = yield from g(n - 1)
    yield ("level", n)
    return (r, n)
it = g(3)
print(next(it), it.send("x"), list(it))

def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])
def mk(n): return None if n == 0 else (mk(n - 1), n, mk(n - 1))
print(list(tree(mk(4))), sum(tree(mk(6))))

def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        r = yield from inner()
        yield r, type(sys.exception()).__name__
def inner():
    yield type(sys.exception()).__name__
    try:
        raise KeyError
    except KeyError:
        yield type(sys.exception()).__name__
    return "done"
print(list(handled()), sys.exception())
try:
    raise IndexError
except IndexError:
    print(list(handled()), type(sys.exception()).__name__)

def cl(log):
    try:
        yield from cl2(log)
    finally:
        log.append("outer")
def cl2(log):
    try:
        yield 1
    finally:
        log.append("inner")
log = []
c = cl(log); next(c); c.close(); print(log)
c = cl(log); next(c)
try:
    c.throw(ValueError("t"))
except ValueError as e:
    print(e, log)

def started():
    a = iter_of()
    next(a)
    r = yield from a
    yield r
def iter_of():
    yield 1
    x = yield 2
    return x
s = started(); print(next(s), s.send(7))

def twice(a):
    yield (yield from a)
def one(): 
    yield 1
    return "r"
a = one()
x, y = twice(a), twice(a)
print(next(x))
try: print(next(y))
except StopIteration as e: print("stop", e.value)
print(list(x), list(y))

def rec(n): 
    yield n
    yield from rec(n + 1)
try:
    for i in rec(0): last = i
except RecursionError as e: print("RecursionError", e)
async def arec(n): return await arec(n + 1)
try: arec(0).send(None)
except RecursionError as e: print("RecursionError", e)

class Aw:
    def __await__(self):
        v = yield "aw"
        return v
async def w(): return await Aw()
c = w(); print(c.send(None))
try: c.send(5)
except StopIteration as e: print(e.value)
async def ag():
    for i in range(3):
        yield await leaf(i)
async def use(): return [x async for x in ag()], [y for y in [await leaf(1)]]
print(run(use()))
co = leaf(1); run(co)
async def again(): await co
try: run(again())
except RuntimeError as e: print(e)
def wide():
    a0=a1=a2=a3=a4=1
    r = yield from one()
    return r
def wide2():
    v0=1;v1=1;v2=1;v3=1;v4=1;v5=1;v6=1;v7=1;v8=1;v9=1;v10=1;v11=1;v12=1;v13=1;v14=1;v15=1;v16=1;v17=1;v18=1;v19=1;v20=1;v21=1;v22=1;v23=1;v24=1;v25=1;v26=1;v27=1;v28=1;v29=1;v30=1;v31=1;v32=1;v33=1;v34=1;v35=1;v36=1;v37=1;v38=1;v39=1;v40=1;v41=1;v42=1;v43=1;v44=1;v45=1;v46=1;v47=1;v48=1;v49=1;v50=1;v51=1;v52=1;v53=1;v54=1;v55=1;v56=1;v57=1;v58=1;v59=1;v60=1;v61=1;v62=1;v63=1;v64=1;v65=1;v66=1;v67=1;v68=1;v69=1;v70=1;v71=1;v72=1;v73=1;v74=1;v75=1;v76=1;v77=1;v78=1;v79=1;v80=1;v81=1;v82=1;v83=1;v84=1;v85=1;v86=1;v87=1;v88=1;v89=1;v90=1;v91=1;v92=1;v93=1;v94=1;v95=1;v96=1;v97=1;v98=1;v99=1;v100=1;v101=1;v102=1;v103=1;v104=1;v105=1;v106=1;v107=1;v108=1;v109=1;v110=1;v111=1;v112=1;v113=1;v114=1;v115=1;v116=1;v117=1;v118=1;v119=1;v120=1;v121=1;v122=1;v123=1;v124=1;v125=1;v126=1;v127=1;v128=1;v129=1;v130=1;v131=1;v132=1;v133=1;v134=1;v135=1;v136=1;v137=1;v138=1;v139=1;v140=1;v141=1;v142=1;v143=1;v144=1;v145=1;v146=1;v147=1;v148=1;v149=1;v150=1;v151=1;v152=1;v153=1;v154=1;v155=1;v156=1;v157=1;v158=1;v159=1;v160=1;v161=1;v162=1;v163=1;v164=1;v165=1;v166=1;v167=1;v168=1;v169=1;v170=1;v171=1;v172=1;v173=1;v174=1;v175=1;v176=1;v177=1;v178=1;v179=1;v180=1;v181=1;v182=1;v183=1;v184=1;v185=1;v186=1;v187=1;v188=1;v189=1;v190=1;v191=1;v192=1;v193=1;v194=1;v195=1;v196=1;v197=1;v198=1;v199=1;v200=1;v201=1;v202=1;v203=1;v204=1;v205=1;v206=1;v207=1;v208=1;v209=1;v210=1;v211=1;v212=1;v213=1;v214=1;v215=1;v216=1;v217=1;v218=1;v219=1;v220=1;v221=1;v222=1;v223=1;v224=1;v225=1;v226=1;v227=1;v228=1;v229=1;v230=1;v231=1;v232=1;v233=1;v234=1;v235=1;v236=1;v237=1;v238=1;v239=1;v240=1;v241=1;v242=1;v243=1;v244=1;v245=1;v246=1;v247=1;v248=1;v249=1;v250=1;v251=1;v252=1;v253=1;v254=1;v255=1;v256=1;v257=1;v258=1;v259=1;v260=1;v261=1;v262=1;v263=1;v264=1;v265=1;v266=1;v267=1;v268=1;v269=1;v270=1;v271=1;v272=1;v273=1;v274=1;v275=1;v276=1;v277=1;v278=1;v279=1;v280=1;v281=1;v282=1;v283=1;v284=1;v285=1;v286=1;v287=1;v288=1;v289=1;v290=1;v291=1;v292=1;v293=1;v294=1;v295=1;v296=1;v297=1;v298=1;v299=1
    r = yield from one()
    yield r, v299
    return v0
def outer2():
    r = yield from wide2()
    yield r
print(list(outer2()))
async def wide3():
    v0=1;v1=1;v2=1;v3=1;v4=1;v5=1;v6=1;v7=1;v8=1;v9=1;v10=1;v11=1;v12=1;v13=1;v14=1;v15=1;v16=1;v17=1;v18=1;v19=1;v20=1;v21=1;v22=1;v23=1;v24=1;v25=1;v26=1;v27=1;v28=1;v29=1;v30=1;v31=1;v32=1;v33=1;v34=1;v35=1;v36=1;v37=1;v38=1;v39=1;v40=1;v41=1;v42=1;v43=1;v44=1;v45=1;v46=1;v47=1;v48=1;v49=1;v50=1;v51=1;v52=1;v53=1;v54=1;v55=1;v56=1;v57=1;v58=1;v59=1;v60=1;v61=1;v62=1;v63=1;v64=1;v65=1;v66=1;v67=1;v68=1;v69=1;v70=1;v71=1;v72=1;v73=1;v74=1;v75=1;v76=1;v77=1;v78=1;v79=1;v80=1;v81=1;v82=1;v83=1;v84=1;v85=1;v86=1;v87=1;v88=1;v89=1;v90=1;v91=1;v92=1;v93=1;v94=1;v95=1;v96=1;v97=1;v98=1;v99=1;v100=1;v101=1;v102=1;v103=1;v104=1;v105=1;v106=1;v107=1;v108=1;v109=1;v110=1;v111=1;v112=1;v113=1;v114=1;v115=1;v116=1;v117=1;v118=1;v119=1;v120=1;v121=1;v122=1;v123=1;v124=1;v125=1;v126=1;v127=1;v128=1;v129=1;v130=1;v131=1;v132=1;v133=1;v134=1;v135=1;v136=1;v137=1;v138=1;v139=1;v140=1;v141=1;v142=1;v143=1;v144=1;v145=1;v146=1;v147=1;v148=1;v149=1;v150=1;v151=1;v152=1;v153=1;v154=1;v155=1;v156=1;v157=1;v158=1;v159=1;v160=1;v161=1;v162=1;v163=1;v164=1;v165=1;v166=1;v167=1;v168=1;v169=1;v170=1;v171=1;v172=1;v173=1;v174=1;v175=1;v176=1;v177=1;v178=1;v179=1;v180=1;v181=1;v182=1;v183=1;v184=1;v185=1;v186=1;v187=1;v188=1;v189=1;v190=1;v191=1;v192=1;v193=1;v194=1;v195=1;v196=1;v197=1;v198=1;v199=1;v200=1;v201=1;v202=1;v203=1;v204=1;v205=1;v206=1;v207=1;v208=1;v209=1;v210=1;v211=1;v212=1;v213=1;v214=1;v215=1;v216=1;v217=1;v218=1;v219=1;v220=1;v221=1;v222=1;v223=1;v224=1;v225=1;v226=1;v227=1;v228=1;v229=1;v230=1;v231=1;v232=1;v233=1;v234=1;v235=1;v236=1;v237=1;v238=1;v239=1;v240=1;v241=1;v242=1;v243=1;v244=1;v245=1;v246=1;v247=1;v248=1;v249=1;v250=1;v251=1;v252=1;v253=1;v254=1;v255=1;v256=1;v257=1;v258=1;v259=1;v260=1;v261=1;v262=1;v263=1;v264=1;v265=1;v266=1;v267=1;v268=1;v269=1;v270=1;v271=1;v272=1;v273=1;v274=1;v275=1;v276=1;v277=1;v278=1;v279=1;v280=1;v281=1;v282=1;v283=1;v284=1;v285=1;v286=1;v287=1;v288=1;v289=1;v290=1;v291=1;v292=1;v293=1;v294=1;v295=1;v296=1;v297=1;v298=1;v299=1
    r = await leaf(4)
    return r + v299
print(run(wide3()))
