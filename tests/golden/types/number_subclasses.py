"""Python subclasses of numbers, reflected operators, and numbers across kinds."""

class SI(int):
    def __add__(self, o): return ('SI+', o)
class SF(float): pass
class SC(complex): pass
x = SI(5); x.foo = 3
print(x.foo, x + 1, 1 + x, x * 2, x - 1, -x, x == 5, 5 == x, hash(x) == hash(5), x < 6, [1,2,3,4,5,6][x], {5: 'a'}[x])
print(SI('7'), SI(b'8'), SI(3.9), SI('ff', 16), SI(), SI(True))
f = SF(2.5); f.a = 1
print(f, f + 1, type(f + 1).__name__, f == 2.5, hash(f) == hash(2.5), f.a, f.is_integer(), -f, abs(SF(-1)), f // 1, f % 2, divmod(f, 1))
c = SC(1, 2); c.z = 1
print(c, c + 1, type(c + c).__name__, c == 1+2j, c.real, c.imag, c.z, abs(SC(3, 4)), -c, type(SC('1+2j')).__name__)
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True) == hash(1+0j), {1: 'a'}[True], {1.0: 'b'}[1])
class T(int):
    def __new__(cls, v, extra):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def __repr__(self): return 'T(%d)' % self
t = T(3, 'e')
print(t, t.extra, [t], '%s' % t, f'{t}', f'{t:5d}', str(t), t.__class__.__name__)
class R:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
    def __iadd__(self, o): return ('iadd', o)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
print([] + R(), 'a' + R(), () + R(), 5 + R(), 1.5 * R(), [1] * R(), 'a' * R(), 2 ** R(), pow(2, R(), 5))
r = R(); r += 5; print(r)
l = [1]; m = l; l += (2, 3); print(l, m is l)
l *= 2; print(l, m is l)
class D:
    def __eq__(self, o): return 'eq'
print(D() == 1, 1 == D(), D() != 1, 1 != D())
class Base:
    def __add__(s, o): return 'base'
    def __radd__(s, o): return 'rbase'
class Derived(Base):
    def __radd__(s, o): return 'rderived'
class Plain(Base): pass
print(Base() + Derived(), Base() + Plain(), Derived() + Base(), Plain() + Base())
class Lt:
    def __lt__(s, o): return 'lt'
    def __gt__(s, o): return 'gt'
class Lt2(Lt):
    def __gt__(s, o): return 'gt2'
print(Lt() < Lt2(), Lt() < 1, 1 < Lt(), Lt() > Lt2())
print(2**0.5, (-2)**0.5, 10**-2, 2**100, (-3)**3, 0**0, 0.0**0, 7//-2, -7//2, -7%3, 7%-3, 7.5//-2, -7.5%2, 1e308*10, -0.0, 0.0 == -0.0)
print(0.1+0.2, 1/3, 1e16, 1e15, 123456789.123456789, 1e-5, 1e-4, 5e-324, 1.7976931348623157e308, float('nan'), float('-inf'), 100.0, 1e22, 1e21)
print(int(1e20), int(-1e20), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5e15+0.5), round(0.5), round(1.5))
print((1 << 50) - 1, 1 << 50, -(1 << 50), -(1 << 50) - 1, (1 << 50) * (1 << 50), ((1 << 50) - 1) + 1, (1<<51) - (1<<51), (1<<60) // (1<<55), (1<<60) % 7)
print(1 << 49, 5 >> 1, -5 >> 1, -1 >> 100, 6 & 3, 6 | 3, 6 ^ 3, ~6, (1<<100) & ((1<<60)-1), -(1<<100) | 1, True & 3, True | False, True ^ True)
print(1 is 1, 1.5 is 1.5, None is None)
import_ = 3
print(10 ** 20 == 1e20, 10**20 < 1e20, 2**53 + 1 == 2.0**53, 2**53+1 > 2.0**53, 1 < 1.5, True < 1.5, 1 != 1.0)
print(sumtest := [i * 1.1 for i in range(5)])
