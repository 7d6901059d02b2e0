"""tuple: methods, operators, comparison, hashing, subclasses with __new__, and the text of errors."""

import copy


def ask(sources):
    for source in sources.strip().splitlines():
        try:
            print(source, "->", repr(eval(source, globals())))
        except BaseException as error:
            print(source, "->", type(error).__name__ + ":", error)


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)


class Bad:
    def __eq__(self, other):
        raise ValueError("no eq")

    def __hash__(self):
        raise TypeError("no hash")


t = (1, 2, 3, 2)
ask(r'''
tuple(), tuple("ab"), tuple([1]), tuple(t) is t, tuple({1: 2}), tuple(range(3)), T(1, 2), type(T(1)[:]), type(T(1) + (2,)), type(tuple(T(1))), T(1) == (1,), hash(T(1)) == hash((1,)), () is tuple()
tuple(5)
tuple(1, 2)
tuple(iterable=())
tuple(sequence=[1])
t.count(2), t.index(2), t.index(2, 2), t.index(2, -1), t.index(3, 0, Ellipsis is None), t.count("x")
t.index(9)
t.index(1, 1)
t.index(1, "a")
t.index()
t.count()
t.count(1, 2)
t[0], t[-1], t[1:3], t[::-1], t[:] is t, t[::2], t[10:], t[True]
t[4]
t[-5]
t["a"]
t[1.0]
t[::0]
t[None]
t + (5,), () + t is t, t + () is t, t * 2, 0 * t, t * -1, t * 1 is t, (0,) * 3
t + [1]
t + "a"
t * 1.5
t * t
[1] + t
t - t
(1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1, 2.0), (1,) != [1], (2,) > (1, 9), () <= (), (1, (2,)) >= (1, (2,))
(1,) < [1]
(1,) < ("a",)
(1, None) < (1, None, 2), (None,) == (None,)
(None,) < (None, 1), (1, None) <= (1, None)
(None, 1) < (None, 2)
(1, None) < (1, 2)
(Bad(),) == (1,)
Bad() in (1,)
(b := Bad(), (b,) == (b,), b in (b,), (b,).count(b))[1:]
hash((Bad(),))
hash(()), hash((1,)) == hash((1.0,)), hash((1, 2)) != hash((2, 1)), hash((-1,)) == hash((-1,)), hash(((),)) == hash(((),))
hash(([],))
{(1, []): 2}
1 in t, 1.0 in t, "1" in t, (1,) in ((1,),), () in ()
repr(()), repr((1,)), repr((1, "a")), repr(((),)), str(T(1, 2)), f"{(1,)}", "%s %s" % (1, 2), "%s" % ((1,),), "%r" % (t,)
"%s" % t
"%s %s" % (1,)
t.__len__(), t.__contains__(2), t.__add__((9,)), t.__mul__(2), t.__rmul__(2), t.__getitem__(0), t.__getnewargs__(), t.__eq__([1]), t.__lt__(5), t.__hash__() == hash(t), list(t.__iter__())
t.__setitem__
t.append
t.__add__([1])
t.__add__()
t.__mul__("a")
del_item(t)
setattr(t, "x", 1)
(x := T(5), setattr(x, "name", "n"), x.name, x.__dict__)[2:]
tuple.__new__(T, "ab"), type(tuple.__new__(T, "ab")), tuple.__new__(tuple, [1])
tuple.__new__(int, [1])
tuple.__new__()
tuple.__new__(5)
copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(([],)) == ([],), copy.copy(T(1)), type(copy.copy(T(1)))
tuple[int, ...], tuple[()], tuple[int].__args__, tuple[()].__args__
a_b_c(t)
''')


def swap(pair):
    (a, b), *rest = pair
    return b, a, rest


print(swap(((1, 2), 3, 4)), swap(("xy",)))
for bad in ((1,), ((1,),), ((1, 2, 3),), (5, 6)):
    try:
        print(swap(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
big = tuple(range(1000))
print(len(big + big), (big * 3)[2999], big.index(999), hash(big) == hash(tuple(range(1000))), big[990:] + big[:3])
