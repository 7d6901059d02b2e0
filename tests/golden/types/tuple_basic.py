"""Tuples: construction, indexing, comparison, methods, errors."""

print((), (1,), (1, 2), 1, tuple("abc"), tuple([1, [2]]), tuple(), tuple(x for x in range(3)), tuple({"k": 1}))
t = (1, "two", 3.0, [4], None)
print(t[0], t[-1], t[1:3], t[::-1], t[5:], len(t), t[-100:2], t[::2], "two" in t, t.index(3.0), t.count(1), t + (5,), t * 2, 0 * t, (t, t)[1][1])
print((1, 2) == (1, 2), (1, 2) == [1, 2], (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") < (2, 0), (1, 2) != (2, 1), max((1, 5), (1, 4)), sorted([(2, 1), (1, 2), (1, 1)]))
print(hash((1, 2)) == hash((1, 2)), hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(()), {(1, 2): "a"}[(1, 2)], {(): 1}[()], (1, (2, 3)) in {(1, (2, 3))})
t[3].append(5)
print(t)
try:
    t[3] += [6]
except TypeError as error:
    print(error, t)
t2 = (1, 2)
alias = t2
t2 += (3,)
t2 *= 2
print(t2, alias)


def attempt(source):
    try:
        print(source, "=", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("(1,)[1]", "()[0]", "(1, 2)['a']", "(1, 2)[1.0]", "(1,) + [2]", "(1,) + 2", "(1,) * 'a'", "(1, 2).index(3)", "(1,).append(2)", "hash(([],))", "hash((1, {}))", "{([],): 1}", "tuple(5)", "tuple(1, 2)", "tuple(x=1)", "(1,) < [1]",
               "(1, 'a') < (1, 2)", "(1, None) < (1, None)", "(1,).index()", "(1,).count(1, 2)", "(1, 2).index(2, 0, 1)", "tuple.index((1, 2), 2)", "(1, 2)[::0]", "(1,)()", "(1, 2) - (1,)", "-(1,)", "(1, 2).x"):
    attempt(source)


def statement(source):
    try:
        exec(source, {"t": (1, 2)})
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for source in ("t[0] = 1", "t[0:1] = ()", "del t[0]", "t[0] += 1", "t.x = 1"):
    statement(source)
a, (b, c), *d = 1, (2, 3), 4, 5
print(a, b, c, d, (lambda *x: x)(*t), [*t2, *"z"], (*t2,), dict([("k", 1), ("l", 2)]), dict(((1, 2), [3, 4])))
print(((1,),), ((),), (1, [2, (3,)]), ("a'", 'b"'), (1e100, 1j, True, ...), repr((1,)), str(("x",)), f"{(1, 2)}", "%s %s" % (1, 2), "%s" % ((1, 2),))


class Sub(tuple):
    def __repr__(self):
        return "Sub" + super().__repr__()


s = Sub((1, 2))
print(s, s == (1, 2), s + (3,), type(s + (3,)).__name__, s[0:1], type(s * 1).__name__, tuple(s), type(tuple(s)).__name__, hash(s) == hash((1, 2)), s.index(2), isinstance(s, tuple))
nested = ()
for i in range(50):
    nested = (nested, i)
print(str(nested)[:60], len(str(nested)), hash(nested) == hash((nested[0], 49)))
it = iter((1, 2, 3))
print(next(it), list(it), type(it).__name__, list(reversed((1, 2))), list(enumerate((5, 6), 1)), list(zip((1, 2), (3,))), min((3, 1)), sum((1, 2)), sum(((1,), (2,)), ()), any(()), all((1, 0)))
big = tuple(range(1000))
print(big[500], big[-1], len(big[::7]), big[10:13], sum(big), big.index(777), 999 in big, 1000 in big, len(big + big))


def multi():
    return 1, 2, 3


x, y, z = multi()
print(x, y, z, multi()[1], (lambda: (1,))(), (lambda: ())(), [i for i in ()])
